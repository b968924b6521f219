import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { AgentSocket } from '../agentSocket.ts';
import { CustomerMailbox } from '../customerMailbox.ts';
import { accessibilityProblems, picture } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { wrongInAnyLook } from './looks.ts';
import { choose, workspace } from './people.ts';

const WIDE = { width: 1280, height: 800 };
const MAILS = 8;

/** Several interactions at once, in a real browser: each step goes on where the last one ended. */
describe('bulk actions', () => {
    let world: BrowserWorld;
    let ana: Page;
    let api: AgentSocket;
    let ids: number[];

    const inbox = (page: Page): Locator => workspace(page).locator('c-patchbay-inbox');
    const bulk = (page: Page): Locator => inbox(page).locator('c-patchbay-bulk');
    const row = (page: Page, id: number): Locator =>
        inbox(page).locator(`c-patchbay-inbox-row[data-row="${id}"]`).first();
    const box = (page: Page, id: number): Locator => row(page, id).locator(`[data-select="${id}"]`);
    const act = (page: Page, action: string): Promise<void> =>
        bulk(page).locator(`[data-action=${action}]`).click();
    const report = (page: Page): Locator => bulk(page).locator('[data-id=report]');
    const reported = async (page: Page, text: string): Promise<void> =>
        report(page).getByText(text, { exact: true }).waitFor();
    const idOf = (n: number): number => ids[n] ?? 0;
    const summary = async (id: number) => (await api.query('getInteraction', { interactionId: id })).summary;
    const outcome = async (page: Page, name: string): Promise<void> => {
        await bulk(page).getByRole('combobox', { name: 'Outcome' }).fill(name);
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
    };

    beforeAll(async () => {
        world = await BrowserWorld.open();
        api = await AgentSocket.signIn(world.server.url, 'mara');
        await api.command('setStatus', { status: 'unavailable' });
        ana = await world.agent('Ana Silva', WIDE);
        await choose(ana, 'unavailable:');
        const maria = new CustomerMailbox(world.server, 'Maria Gómez', 'maria@customer.example.com');
        for (let n = 1; n <= MAILS; n += 1) await maria.send(`Lamp ${n}`, 'It does not light.');
        await inbox(ana)
            .locator('[data-section=queue] c-patchbay-inbox-row')
            .nth(MAILS - 1)
            .waitFor();
        const { items } = await api.query('listInteractions', { list: 'all' });
        ids = items.map(({ id }) => id).sort((a, b) => a - b);
    }, 180_000);
    afterAll(async () => {
        api?.close();
        await world?.close();
    }, 60_000);

    it('are chosen by the mouse and by keys, one by one, in a range, and all that is shown', async () => {
        await row(ana, idOf(0)).hover();
        await box(ana, idOf(0)).click();
        await box(ana, idOf(2)).click({ modifiers: ['Shift'] });
        await bulk(ana).getByText('3 selected').waitFor();
        // By keys: down to the next row, and from there on.
        await ana.keyboard.press('ArrowDown');
        await ana.keyboard.press('Space');
        await bulk(ana).getByText('4 selected').waitFor();
        expect(await workspace(ana).locator('c-patchbay-interaction').count()).toBe(0);
        await bulk(ana)
            .getByRole('button', { name: `Select all ${MAILS} shown` })
            .click();
        await bulk(ana).getByText(`${MAILS} selected`).waitFor();
        await ana.keyboard.press('Escape');
        await bulk(ana)
            .getByText(/selected/)
            .waitFor({ state: 'detached' });
    }, 60_000);

    it('tag them all, and nothing moves meanwhile', async () => {
        await box(ana, idOf(0)).click();
        await box(ana, idOf(3)).click({ modifiers: ['Shift'] });
        const before = await row(ana, idOf(3)).boundingBox();
        await act(ana, 'tag');
        await ana.keyboard.type('Batch');
        await ana.keyboard.press('Enter');
        await reported(ana, 'Tag: 4 done');
        for (const n of [0, 1, 2, 3]) await row(ana, idOf(n)).getByText('Batch').waitFor();
        expect(await row(ana, idOf(3)).boundingBox()).toEqual(before);
        // They stay selected for the next.
        await bulk(ana).getByText('4 selected').waitFor();
    }, 60_000);

    it('close them with an outcome: those taken from the queue for it do not fill the inbox', async () => {
        await act(ana, 'close');
        await outcome(ana, 'solved');
        await reported(ana, 'Close: 4 done');
        for (const n of [0, 1, 2, 3])
            expect(await summary(idOf(n))).toMatchObject({ status: 'closed', routing: { state: 'idle' } });
        await bulk(ana).locator('[data-id=forget]').click();
    }, 60_000);

    it('report what was refused, with why and what to do, and keep it selected', async () => {
        for (const n of [4, 5]) {
            await row(ana, idOf(n)).hover();
            await row(ana, idOf(n)).getByRole('button', { name: 'Take', exact: true }).click();
            // The list stands still below the pointer.
            await ana.mouse.move(700, 400);
            await inbox(ana)
                .locator(`[data-section=mine] [data-interaction="${idOf(n)}"]`)
                .waitFor();
        }
        await ana.mouse.move(700, 400);
        await box(ana, idOf(4)).click();
        await act(ana, 'close');
        await outcome(ana, 'solved');
        await reported(ana, 'Close: 1 done');
        await box(ana, idOf(4)).click();
        await box(ana, idOf(5)).click();
        await act(ana, 'resolve');
        await reported(ana, 'Resolve: 1 done, 1 refused');
        await report(ana)
            .locator('.refused li')
            .getByText(/Closed/)
            .waitFor();
        await bulk(ana).getByText('1 selected').waitFor();
        expect(await box(ana, idOf(4)).isChecked()).toBe(true);
        expect(await summary(idOf(5))).toMatchObject({ status: 'resolved' });
        await picture(ana, 'bulk-refused-1280-light');
        expect(await accessibilityProblems(ana)).toEqual([]);
        await act(ana, 'dismiss');
        await reported(ana, 'Dismiss: 1 done');
        await bulk(ana).locator('[data-id=forget]').click();
    }, 60_000);

    it('go on by themselves where the server is killed in the middle, and do each thing once', async () => {
        const left = [idOf(6), idOf(7)];
        await ana.mouse.move(700, 400);
        for (const id of left) await box(ana, id).click();
        world.server.signal('SIGSTOP');
        await act(ana, 'tag');
        await bulk(ana).locator('c-patchbay-tag-field input').fill('Survivor');
        await ana.keyboard.press('Enter');
        await bulk(ana).getByText('Tag: 0 of 2').waitFor();
        world.server.signal('SIGCONT');
        await world.server.kill();
        await bulk(ana).getByText('Waiting for the connection; it goes on by itself.').waitFor();
        await world.server.restart();
        await reported(ana, 'Tag: 2 done');
        for (const id of left) {
            const { journal } = await api.query('getInteraction', { interactionId: id });
            expect(journal.filter(({ text }) => text.includes('Survivor'))).toHaveLength(1);
        }
    }, 90_000);

    it('interrupted by a reload, say which were done and which not, go on when told to, and do each once', async () => {
        const all = [idOf(6), idOf(7)];
        await ana.mouse.move(700, 400);
        for (const id of all) if (!(await box(ana, id).isChecked())) await box(ana, id).click();
        world.server.signal('SIGSTOP');
        await act(ana, 'tag');
        await bulk(ana).locator('c-patchbay-tag-field input').fill('Reloaded');
        await ana.keyboard.press('Enter');
        await bulk(ana).getByText('Tag: 0 of 2').waitFor();
        // The page is gone before anything is answered; the server does what it has been sent.
        await ana.goto('about:blank');
        world.server.signal('SIGCONT');
        await ana.goto(`${world.server.url}/console/`);
        await reported(ana, 'Tag: 1 done, 1 not tried: the page was reloaded in between');
        await report(ana).getByText('Not tried.').waitFor();
        await report(ana).getByText('Done.', { exact: true }).waitFor();
        expect(await wrongInAnyLook(ana, 'bulk-reloaded')).toEqual([]);
        await bulk(ana).locator('[data-id=go-on]').press('Enter');
        await reported(ana, 'Tag: 2 done');
        for (const id of all) {
            const { journal } = await api.query('getInteraction', { interactionId: id });
            expect(journal.filter(({ text }) => text.includes('Reloaded'))).toHaveLength(1);
        }
        await ana.reload();
        await reported(ana, 'Tag: 2 done');
        await bulk(ana).locator('[data-id=forget]').click();
        await ana.reload();
        await row(ana, idOf(6)).waitFor();
        expect(await report(ana).count()).toBe(0);
    }, 90_000);

    it('a lead assigns what waits in the line', async () => {
        const mara = await world.agent('Mara Lindt', WIDE);
        await row(mara, idOf(6)).hover();
        await box(mara, idOf(6)).click();
        await box(mara, idOf(7)).click();
        await act(mara, 'assign');
        await bulk(mara).getByRole('searchbox').fill('ben');
        await bulk(mara).locator('[data-agent]').filter({ hasText: 'Ben Okoro' }).first().waitFor();
        await mara.keyboard.press('Enter');
        await reported(mara, 'Assign: 2 done');
        for (const n of [6, 7])
            expect((await summary(idOf(n))).routing).toMatchObject({ agent: { name: 'Ben Okoro' } });
        await mara.close();
    }, 60_000);

    it.each<[number, 'light' | 'dark']>([
        [320, 'light'],
        [320, 'dark'],
        [1280, 'dark'],
        [1920, 'light'],
    ])(
        'are whole at %d px, %s',
        async (width, scheme) => {
            await ana.emulateMedia({ colorScheme: scheme });
            await ana.setViewportSize({ width, height: 700 });
            const closed = inbox(ana).locator('[data-name=closed]');
            // In one column either the list is shown, or what is open with the way back to it.
            await ana.locator('[data-id=back]').or(closed).filter({ visible: true }).first().waitFor();
            if (!(await closed.isVisible())) await ana.locator('[data-id=back]').click();
            await closed.waitFor();
            if ((await closed.getAttribute('aria-expanded')) === 'false') await closed.click();
            if (!(await box(ana, idOf(0)).isChecked())) await box(ana, idOf(0)).click();
            await act(ana, 'spam');
            await bulk(ana).locator('c-patchbay-spam').waitFor();
            await picture(ana, `bulk-${width}-${scheme}`);
            expect(await accessibilityProblems(ana)).toEqual([]);
            const wide = await inbox(ana).evaluate((shown) => shown.scrollWidth - shown.clientWidth);
            expect(wide).toBeLessThanOrEqual(0);
            await ana.keyboard.press('Escape');
        },
        60_000,
    );

    it('left no error in any page but that of the server that was killed', () => {
        const others = world.problems().filter((line) => !/ERR_CONNECTION|WebSocket connection/.test(line));
        expect(others).toEqual([]);
    });
});
