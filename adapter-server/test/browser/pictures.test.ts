import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildConsole } from '../../../local-org/build.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { accessibilityProblems, openBrowser, openPage, picture } from './browser.ts';
import { answerMail, choose, offer, openMailbox, signIn, workspace, writeNewMail } from './people.ts';

const WIDTHS = [320, 380, 1280, 1920] as const;
const SCHEMES = ['light', 'dark'] as const;
const WIDE = { width: 1280, height: 800 };

/** Pictures of what people see, at each width, light and dark, and what axe and the width say of it (W6). */
describe('pictures', () => {
    let server: DemoServer;
    let browser: Browser;
    let ana: Page;
    let maria: Page;
    const problems: string[] = [];

    beforeAll(async () => {
        await buildConsole();
        server = await startDemoServer();
        browser = await openBrowser();
        const signedIn = await signIn(browser, server.url, 'Ana Silva', WIDE);
        const customer = await openPage(browser, WIDE);
        ana = signedIn.page;
        maria = customer.page;
        for (const { page, problems: own } of [signedIn, customer])
            page.on('close', () => problems.push(...own));
        await openMailbox(maria, server.url);
    }, 180_000);
    afterAll(async () => {
        await browser?.close();
        await server?.stop();
    }, 60_000);

    /** @returns everything that is wrong, a line each, named by the picture it is seen in */
    async function pictures(page: Page, name: string): Promise<string[]> {
        const wrong: string[] = [];
        for (const width of WIDTHS)
            for (const scheme of SCHEMES) {
                const seen = `${name}-${width}-${scheme}`;
                await page.emulateMedia({ colorScheme: scheme });
                await page.setViewportSize({ width, height: width < 700 ? 640 : 800 });
                await settled(page);
                await picture(page, seen);
                const over = await page.evaluate(
                    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
                );
                if (over > 0) wrong.push(`${seen}: ${over} px to the side`);
                wrong.push(...(await accessibilityProblems(page)).map((line) => `${seen}: ${line}`));
            }
        await page.setViewportSize(WIDE);
        await page.emulateMedia({ colorScheme: 'light' });
        await settled(page);
        return wrong;
    }

    it('of an empty workspace', async () => {
        await workspace(ana).getByText('Nothing waits').waitFor();
        expect(await pictures(ana, 'empty')).toEqual([]);
    }, 60_000);

    it('of an offer', async () => {
        await writeNewMail(maria, 'My lamp is broken', 'Hello,\n\nthe lamp does not light.\n\nMaria');
        await offer(ana).waitFor();
        expect(await pictures(ana, 'offer')).toEqual([]);
    }, 60_000);

    it('of a thread and its composer', async () => {
        await offer(ana).locator('[data-id=accept]').click();
        await workspace(ana).getByRole('textbox', { name: 'Reply text' }).fill('Dear Maria,\n\nit comes.');
        await workspace(ana).getByText('Saved').first().waitFor();
        expect(await pictures(ana, 'thread')).toEqual([]);
    }, 60_000);

    it('of the outcome panel', async () => {
        await workspace(ana).locator('[data-id=send-close]').click();
        await workspace(ana).getByRole('combobox', { name: 'Outcome' }).waitFor();
        expect(await pictures(ana, 'outcome')).toEqual([]);
    }, 60_000);

    it('of what is closed', async () => {
        await workspace(ana).getByRole('combobox', { name: 'Outcome' }).fill('solved');
        await ana.keyboard.press('Enter');
        await workspace(ana).locator('c-patchbay-disposition [data-id=confirm]').click();
        await workspace(ana).locator('[data-action=dismiss]').waitFor();
        await workspace(ana).getByText('A closed interaction cannot be replied to.').waitFor();
        expect(await pictures(ana, 'closed')).toEqual([]);
    }, 60_000);

    it('of a reply that is held, and the utility beside it', async () => {
        await workspace(ana).locator('[data-action=dismiss]').click();
        await choose(ana, 'unavailable:');
        await maria.getByText('it comes.').first().waitFor();
        await answerMail(maria, 'It does not fit.');
        const held = workspace(ana).locator('[data-section=held_for_me] c-patchbay-inbox-row');
        await held.click();
        await workspace(ana).getByText('It does not fit.').first().waitFor();
        expect(await pictures(ana, 'held')).toEqual([]);

        await ana.goto(`${server.url}/console/?view=utility`);
        await ana.locator('c-patchbay-inbox-row').waitFor();
        expect(await pictures(ana, 'utility')).toEqual([]);
    }, 60_000);

    it("of the customer's mailbox", async () => {
        expect(await pictures(maria, 'mailbox')).toEqual([]);
    }, 60_000);

    it('left no error in any page', async () => {
        for (const page of [ana, maria]) await page.close();
        expect(problems).toEqual([]);
    });
});

/** Two frames: the panes have been measured and drawn anew. */
const settled = (page: Page): Promise<unknown> =>
    page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))');
