import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { buildConsole } from '../../../local-org/build.ts';
import { AgentSocket } from '../agentSocket.ts';
import { OutsideMail } from '../outsideMail.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { openProfile } from './browser.ts';
import { offer, presenceOf, workspace } from './people.ts';

/** "Typed text is never lost": the whole browser is killed, with what it had not written to its disk. */
describe('a browser that is killed', () => {
    let server: DemoServer;
    let customers: OutsideMail;
    let profile: string;
    let context: BrowserContext;
    let ana: Page;
    let api: AgentSocket;

    beforeAll(async () => {
        await buildConsole();
        customers = await OutsideMail.open();
        server = await startDemoServer({ SMTP_URL: customers.url });
        profile = await mkdtemp(join(tmpdir(), 'patchbay-profile-'));
        api = await AgentSocket.signIn(server.url, 'ana');
        await comeBack();
        await customers.write(server.smtpPort, {
            from: 'maria@customer.example.com',
            to: 'support@example.com',
            subject: 'Broken lamp',
            text: 'It does not light.',
        });
        await offer(ana).locator('[data-id=accept]').click();
        await text().waitFor();
    }, 180_000);
    afterAll(async () => {
        api?.close();
        await context?.close();
        await server?.stop();
        await customers?.close();
        if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }, 60_000);

    const text = (): Locator =>
        workspace(ana).locator('c-patchbay-composer textarea[aria-label="Reply text"]');
    const draft = async () =>
        (await api.query('getInteraction', { interactionId: 1, showRemote: false })).draft;

    async function comeBack(): Promise<void> {
        context = await openProfile(profile);
        ana = context.pages()[0] ?? (await context.newPage());
        ana.setDefaultTimeout(15_000);
        await ana.goto(`${server.url}/console/`);
        await ana.getByRole('button', { name: /Ana Silva/ }).click();
        await presenceOf(ana).waitFor();
    }
    const openAgain = async (): Promise<void> => {
        await comeBack();
        await workspace(ana).locator('[data-section=mine] c-patchbay-inbox-row').first().click();
        await text().waitFor();
    };
    /** It takes the disk some milliseconds, a fifth of a second where the machine is busy: still before the server has it. */
    async function onDisk(words: string): Promise<void> {
        const isThere = (): Promise<boolean> =>
            ana.evaluate(async (wanted) => {
                const done = <T>(request: IDBRequest<T>): Promise<T> =>
                    new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
                const kept = (await done(indexedDB.open('patchbay'))).transaction('kept').objectStore('kept');
                return (await done(kept.getAll())).some((one) => String(one).includes(wanted));
            }, words);
        for (let tries = 0; tries < 500 && !(await isThere()); tries += 1) await ana.waitForTimeout(5);
    }
    /** Every process of this profile, at once; what the browser had in mind is gone. */
    async function kill(): Promise<void> {
        for (const name of await readdir('/proc')) {
            if (!/^\d+$/.test(name)) continue;
            const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
            if (line.includes(`--user-data-dir=${profile}`)) process.kill(Number(name), 'SIGKILL');
        }
        await context.close().catch(() => undefined);
    }
    async function stands(value: string): Promise<void> {
        for (let tries = 0; tries < 50 && (await text().inputValue()) !== value; tries += 1)
            await ana.waitForTimeout(100);
        expect(await text().inputValue()).toBe(value);
    }

    it('loses no key that its disk has, which the server has not', async () => {
        await text().focus();
        server.signal('SIGSTOP');
        await ana.keyboard.type('It is the bulb: please turn it');
        await ana.keyboard.type('!');
        await onDisk('turn it!');
        await kill();
        server.signal('SIGCONT');
        await openAgain();
        await stands('It is the bulb: please turn it!');
    }, 90_000);

    it('keeps a note that was not posted', async () => {
        await workspace(ana).locator('c-patchbay-composer [data-mode=note]').click();
        const note = (): Locator =>
            workspace(ana).locator('c-patchbay-composer c-patchbay-note-editor textarea');
        await note().fill('She has two lamps');
        await onDisk('She has two lamps');
        await kill();
        await openAgain();
        await workspace(ana).locator('c-patchbay-composer [data-mode=note]').click();
        expect(await note().inputValue()).toBe('She has two lamps');
        await workspace(ana).locator('c-patchbay-composer [data-mode=reply]').click();
    }, 90_000);

    it('does not bring back what was sent in the moment before', async () => {
        await text().fill('Send it back, please.');
        await workspace(ana).locator('[data-id=send]').click();
        for (let tries = 0; tries < 200 && (await draft()) !== null; tries += 1) await ana.waitForTimeout(5);
        await kill();
        await openAgain();
        await workspace(ana).getByText('Send it back, please.').first().waitFor();
        await ana.waitForTimeout(1_500);
        expect(await text().inputValue()).toBe('');
        expect(await draft()).toBeNull();
        await customers.received('Send it back, please.');
    }, 90_000);

    it('nor what was typed and sent within half a second, which the server never had as a draft', async () => {
        await text().fill('At once.');
        await ana.keyboard.press('Control+Enter');
        await workspace(ana).locator('c-patchbay-unsent').getByText(/Undo/).first().waitFor();
        await kill();
        await openAgain();
        await ana.waitForTimeout(1_500);
        expect([await text().inputValue(), await draft()]).toEqual(['', null]);
        await customers.received('At once.');
    }, 90_000);

    it('and what was on its way is sent once, or stands there as it was', async () => {
        await text().fill('Wait for');
        await workspace(ana).locator('[data-id=draft-state]').getByText('Saved', { exact: true }).waitFor();
        server.signal('SIGSTOP');
        await ana.keyboard.press('End');
        await ana.keyboard.type(' the parcel.');
        await workspace(ana).locator('[data-id=send]').click();
        await ana.waitForTimeout(300);
        await ana.context().setOffline(true);
        await kill();
        server.signal('SIGCONT');
        await openAgain();
        await ana.waitForTimeout(1_500);
        // The command may have come there just before: then it was sent, else it stands here; once, in either case.
        const here = (await text().inputValue()) === 'Wait for the parcel.';
        const { messages } = await api.query('getInteraction', { interactionId: 1, showRemote: false });
        const sent = messages.filter((one) => one.text.visible.startsWith('Wait for the parcel.')).length;
        expect([here, sent]).toEqual(here ? [true, 0] : [false, 1]);
    }, 90_000);
});
