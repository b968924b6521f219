import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AgentSocket } from '../agentSocket.ts';
import { OutsideMail } from '../outsideMail.ts';
import { accessibilityProblems, picture } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { offer, workspace } from './people.ts';

/** "Drafts saved as one types" (E6): what one window sends, another does not bring back, and loses nothing. */
describe('a draft that was sent in another window', () => {
    let world: BrowserWorld;
    let customers: OutsideMail;
    let ana: Page;
    let other: AgentSocket;

    beforeAll(async () => {
        customers = await OutsideMail.open();
        world = await BrowserWorld.open({ SMTP_URL: customers.url });
        ana = await world.agent('Ana Silva');
        other = await AgentSocket.signIn(world.server.url, 'ana');
    }, 180_000);
    afterAll(async () => {
        other?.close();
        await world?.close();
        await customers?.close();
    }, 60_000);

    const text = () => workspace(ana).locator('c-patchbay-composer textarea[aria-label="Reply text"]');
    const banner = () => workspace(ana).getByText('This draft was sent or discarded elsewhere');
    const draft = async () =>
        (await other.query('getInteraction', { interactionId: 1, showRemote: false })).draft;
    const until = async (test: () => Promise<boolean>): Promise<void> => {
        for (let left = 100; !(await test()); left -= 1) {
            if (left === 0) throw new Error('it did not come about');
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    };

    it('asks what becomes of what is typed on, keeps it through a reload, and makes a new draft of it', async () => {
        await customers.write(world.server.smtpPort, {
            from: 'maria@customer.example.com',
            to: 'support@example.com',
            subject: 'Broken lamp',
            text: 'It does not light.',
        });
        await offer(ana).locator('[data-id=accept]').click();
        await text().fill('Dear Maria');
        await until(async () => (await draft())?.text === 'Dear Maria');
        const sent = await other.command('sendReply', { interactionId: 1, text: 'Dear Maria' });
        expect(sent).toMatchObject({ ok: true });

        await text().fill('Dear Maria, and one thing more');
        await banner().waitFor();
        expect(await draft()).toBeNull();
        expect(await accessibilityProblems(ana)).toEqual([]);
        for (const [width, scheme] of [
            [1920, 'light'],
            [1280, 'dark'],
            [320, 'light'],
        ] as const) {
            await ana.emulateMedia({ colorScheme: scheme });
            await ana.setViewportSize({ width, height: 900 });
            await banner().scrollIntoViewIfNeeded();
            await picture(ana, `draft-gone-${width}-${scheme}`);
        }
        await ana.setViewportSize({ width: 1280, height: 800 });

        await ana.reload();
        await banner().waitFor();
        expect(await text().inputValue()).toBe('Dear Maria, and one thing more');
        await workspace(ana).getByRole('button', { name: 'Keep as new' }).click();
        await banner().waitFor({ state: 'detached' });
        await until(async () => (await draft())?.text === 'Dear Maria, and one thing more');
    }, 90_000);

    it('is forgotten where one does not want it', async () => {
        await other.command('sendReply', { interactionId: 1, text: 'Dear Maria, and one thing more' });
        await text().fill('Too late');
        await banner().waitFor();
        await workspace(ana).locator('[data-id=discard-gone]').click();
        await banner().waitFor({ state: 'detached' });
        expect(await text().inputValue()).toBe('');
        await ana.reload();
        await text().waitFor();
        expect(await text().inputValue()).toBe('');
        expect(await draft()).toBeNull();
    }, 60_000);
});
