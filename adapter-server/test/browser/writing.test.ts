import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildConsole } from '../../../local-org/build.ts';
import { AgentSocket } from '../agentSocket.ts';
import { CustomerMailbox } from '../customerMailbox.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { accessibilityProblems, openBrowser, picture } from './browser.ts';
import { offer, signIn, workspace } from './people.ts';

/** E6, E7, W10 in a real browser, by the keyboard alone where it says so. */
describe('help in writing', () => {
    let server: DemoServer;
    let browser: Browser;
    let ana: Page;
    let ada: AgentSocket;
    let maria: CustomerMailbox;

    beforeAll(async () => {
        await buildConsole();
        server = await startDemoServer();
        browser = await openBrowser();
        ada = await AgentSocket.signIn(server.url, 'ada');
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
        maria = new CustomerMailbox(server, '', 'nameless@customer.example.com');
        ({ page: ana } = await signIn(browser, server.url, 'Ana Silva'));
    }, 180_000);
    afterAll(async () => {
        ada?.close();
        await browser?.close();
        await server?.stop();
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
        await maria.received(({ text }) => text.includes('Gladly any time ©'));
    }, 60_000);

    it('a macro runs by its key: refused as a whole with the step named, then done as a whole', async () => {
        await workspace(ana).locator('h2').first().click();
        await ana.keyboard.press('Control+Shift+Digit1');
        const refused = workspace(ana).getByText('Step 1 (Reply): {{customer.name}} has no value here.');
        await refused.waitFor();
        await picture(ana, 'macro-refused-1280-light');
        await ana.keyboard.press('Escape');

        maria = new CustomerMailbox(server, 'Maria Gómez', 'maria@customer.example.com');
        await accept('Shade');
        await ana.keyboard.press('Control+Shift+Digit1');
        await maria.received(({ text }) => text.includes('Dear Maria Gómez, number'));
        await workspace(ana).getByText('Closed', { exact: true }).first().waitFor();
        await workspace(ana).getByText('Answered by key').first().waitFor();
    }, 60_000);
});
