import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AgentSocket } from '../agentSocket.ts';
import { CustomerMailbox } from '../customerMailbox.ts';
import { accessibilityProblems, picture } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { offer, workspace } from './people.ts';

/** E6, E7, W10 in a real browser, by the keyboard alone where it says so. */
describe('help in writing', () => {
    let world: BrowserWorld;
    let ana: Page;
    let ada: AgentSocket;
    let maria: CustomerMailbox;

    beforeAll(async () => {
        world = await BrowserWorld.open();
        ada = await AgentSocket.signIn(world.server.url, 'ada');
        await ada.command('setStatus', { status: 'unavailable' });
        const dear = {
            shortcut: 'dear',
            title: 'Dear',
            text: 'Dear {{customer.name}}, number {{interaction.number}}.',
        };
        const saved = (await ada.command('saveQuickReply', dear)) as unknown as {
            value: { quickReplyId: number };
        };
        const { dispositions } = await ada.query('listMacros', {});
        const solved = dispositions.find(({ label }) => label === 'Solved')?.id ?? 0;
        await ada.command('saveMacro', {
            title: 'Answer and close',
            key: '1',
            steps: [
                { kind: 'reply', quickReplyId: saved.value.quickReplyId, send: true },
                { kind: 'note', text: 'Answered by key' },
                { kind: 'close', dispositionId: solved, notes: '' },
            ],
        });
        // Without a name: what a field cannot know is asked for.
        maria = new CustomerMailbox(world.server, '', 'nameless@customer.example.com');
        ana = await world.agent('Ana Silva');
    }, 180_000);
    afterAll(async () => {
        ada?.close();
        await world?.close();
    }, 60_000);

    const field = () => workspace(ana).getByRole('textbox', { name: 'Reply text' });
    const send = () => workspace(ana).locator('[data-id=send]');
    const accept = async (subject: string): Promise<void> => {
        await maria.send(subject, 'Hello');
        await offer(ana).waitFor();
        await offer(ana).locator('[data-id=accept]').click();
        await workspace(ana).locator('[data-id=signature]').waitFor({ state: 'attached' });
    };

    it('"/" finds a quick reply, Enter inserts it, and what it cannot know is asked for', async () => {
        await accept('Lamp');
        await field().focus();
        await ana.keyboard.type('/dea');
        await workspace(ana).getByRole('option', { name: /Dear/ }).waitFor();
        await picture(ana, 'quick-replies-1280-light');
        await ana.keyboard.press('Enter');
        expect(await field().inputValue()).toMatch(/^Dear \{\{customer\.name\}\}, number \d+\.$/);
        expect(await send().isDisabled()).toBe(true);
        const value = workspace(ana).getByRole('textbox', { name: 'What belongs in {{customer.name}}' });
        await value.fill('Ms Gómez');
        await value.press('Enter');
        expect(await field().inputValue()).toMatch(/^Dear Ms Gómez, number \d+\.$/);
        expect(await send().isEnabled()).toBe(true);
    }, 60_000);

    it('an emoji is found while typing, with its place, and removed by a click', async () => {
        await field().press('Control+End');
        await ana.keyboard.type(' Gladly 🙂 any time ©');
        const remove = workspace(ana).getByRole('button', { name: 'Remove 🙂' });
        await remove.waitFor();
        expect(await send().isDisabled()).toBe(true);
        await picture(ana, 'emoji-found-1280-light');
        expect(await accessibilityProblems(ana)).toEqual([]);
        await remove.click();
        expect(await field().inputValue()).toMatch(/Gladly any time ©$/);
        await field().press('Control+Enter');
        await world.letLeave(ana);
        await maria.received(({ text }) => text.includes('Gladly any time ©'));
    }, 60_000);

    it('the list of the keys shows each beside what it does, and none over it', async () => {
        await workspace(ana).locator('h2').first().click();
        await ana.keyboard.press('?');
        const sheet = workspace(ana).locator('c-patchbay-shortcut-sheet');
        await sheet.locator('kbd').first().waitFor();
        const [keys, words] = await Promise.all(
            ['kbd', 'dd'].map(async (part) =>
                Promise.all((await sheet.locator(part).all()).map((each) => each.boundingBox())),
            ),
        );
        expect(keys?.length).toBeGreaterThan(20);
        for (const [n, key] of (keys ?? []).entries())
            expect((key?.x ?? Infinity) + (key?.width ?? 0)).toBeLessThanOrEqual(words?.[n]?.x ?? 0);
        await ana.keyboard.press('Escape');
    }, 60_000);

    it('a macro runs by its key: refused as a whole with the step named, then done as a whole', async () => {
        await workspace(ana).locator('h2').first().click();
        await ana.keyboard.press('Control+Shift+Digit1');
        const refused = workspace(ana).getByText('Step 1 (Reply): {{customer.name}} has no value here.');
        await refused.waitFor();
        await picture(ana, 'macro-refused-1280-light');
        await ana.keyboard.press('Escape');

        maria = new CustomerMailbox(world.server, 'Maria Gómez', 'maria@customer.example.com');
        await accept('Shade');
        await ana.keyboard.press('Control+Shift+Digit1');
        await world.letLeave(ana);
        await maria.received(({ text }) => text.includes('Dear Maria Gómez, number'));
        await workspace(ana).getByText('Closed', { exact: true }).first().waitFor();
        await workspace(ana).getByText('Answered by key').first().waitFor();
    }, 60_000);
});
