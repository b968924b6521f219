import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import type { MailboxView } from '../../src/protocol/views.ts';
import { AgentSocket } from '../agentSocket.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { startDovecot, type Dovecot } from '../dovecot.ts';
import { CLIENT, startTokenProvider } from '../tokenProvider.ts';

const provider = await startTokenProvider('desk');
const withPasswords = await startDovecot();
const withTokens = await startDovecot({ introspectionUrl: provider.introspectionUrl });
const servers = [withPasswords, withTokens].filter((one): one is Dovecot => 'stop' in one);

if ('unavailable' in withPasswords || 'unavailable' in withTokens) {
    it('is tested wherever Dovecot is required', () =>
        expect(process.env['REQUIRE_DOVECOT']).toBeUndefined());
} else {
    describe('E11: an admin manages mailboxes', () => {
        let server: DemoServer;
        let ada: AgentSocket;
        let ana: AgentSocket;
        const mailboxes = async (): Promise<MailboxView[]> => (await ada.query('listMailboxes', {})).items;
        const find = async (address: string): Promise<MailboxView> => {
            const found = (await mailboxes()).find((box) => box.address === address);
            if (!found) throw new Error(`no mailbox ${address}`);
            return found;
        };
        const until = async (address: string, test: (box: MailboxView) => boolean): Promise<MailboxView> => {
            for (const end = Date.now() + 20_000; ;) {
                const box = await find(address);
                if (test(box)) return box;
                if (Date.now() > end) throw new Error(`it is ${JSON.stringify(box)}`);
                await new Promise((resolve) => setTimeout(resolve, 100));
            }
        };
        const imap = (user: string, password?: string) => ({
            host: '127.0.0.1',
            port: withPasswords.imapPort,
            secure: false,
            requireTls: false,
            user,
            startFrom: 'beginning',
            auth: { kind: 'password', password },
        });
        const oauth = (refreshToken?: string) => ({
            ...imap('desk'),
            port: withTokens.imapPort,
            auth: { kind: 'oauth', tokenUrl: provider.tokenUrl, ...CLIENT, refreshToken },
        });
        const box = (address: string, rest: object) => ({
            address,
            displayName: 'Desk',
            queueId: 1,
            ...rest,
        });
        const deliver = (port: number, user: string, subject: string) =>
            createTransport({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true }).sendMail({
                from: 'Maria <maria@customer.example.com>',
                to: 'desk@example.com',
                envelope: { from: 'maria@customer.example.com', to: user },
                subject,
                text: 'Hello',
            });
        const arrived = async (subject: string): Promise<void> => {
            for (const end = Date.now() + 20_000; ;) {
                const { items } = await ada.query('listInteractions', { list: 'all' });
                if (items.some((item) => item.subject === subject)) return;
                if (Date.now() > end) throw new Error(`${subject} did not arrive`);
                await new Promise((resolve) => setTimeout(resolve, 100));
            }
        };

        beforeAll(async () => {
            server = await startDemoServer();
            ada = await AgentSocket.signIn(server.url, 'ada');
            ana = await AgentSocket.signIn(server.url, 'ana');
        }, 60_000);
        afterAll(async () => {
            ada?.close();
            ana?.close();
            await server?.stop();
            await Promise.all(servers.map((each) => each.stop()));
            await provider.stop();
        }, 30_000);

        it('adds one that is fetched at once, and never shows its password', async () => {
            await deliver(withPasswords.lmtpPort, 'desk', 'By password');
            const reply = await ada.command(
                'createMailbox',
                box('desk@example.com', { imap: imap('desk', 'secret') }),
            );
            expect(reply).toMatchObject({ ok: true });
            await arrived('By password');
            const shown = await until('desk@example.com', ({ state }) => state === 'connected');
            expect(shown.lastMailAt).not.toBeNull();
            expect(shown.imap).toMatchObject({ user: 'desk', auth: 'password', hasSecret: true });
            expect(JSON.stringify(shown)).not.toContain('secret"');
            expect(await ana.command('createMailbox', box('x@example.com', {}))).toMatchObject({
                code: 'forbidden',
            });
        }, 60_000);

        it('says what is wrong with the sign-in, and goes on with what is entered then', async () => {
            const id = (await find('desk@example.com')).id;
            const update = (password?: string) =>
                ada.command('updateMailbox', {
                    mailboxId: id,
                    ...box('desk@example.com', { imap: imap('desk', password) }),
                });
            expect(await update('wrong')).toMatchObject({ ok: true });
            const refused = await until('desk@example.com', ({ state }) => state === 'refused');
            expect(refused.lastError).toMatch(/^Sign-in refused/);
            expect(refused.nextAttemptAt).not.toBeNull();
            expect(await update('secret')).toMatchObject({ ok: true });
            await until('desk@example.com', ({ state }) => state === 'connected');
            // A password that is left out stays as it was.
            expect(await update()).toMatchObject({ ok: true });
            await until('desk@example.com', ({ state, changedAt }) => state === 'connected' && changedAt > 0);
        }, 60_000);

        it.each([
            ['works', {}, /^It works: INBOX holds 1 mail|one mail/, null],
            ['refused', { auth: { kind: 'password', password: 'wrong' } }, /Sign-in refused/, 'sign_in'],
            ['no folder', { mailbox: 'Nowhere' }, /no folder “Nowhere”/, 'folder'],
            ['no server', { port: 1 }, /does not answer on port 1/, 'connect'],
            [
                'no such name',
                { host: 'imap.invalid', requireTls: true },
                /No server is called imap.invalid/,
                'dns',
            ],
            ['no TLS', { secure: true, requireTls: true }, /does not speak TLS/, 'tls'],
            ['no STARTTLS', { requireTls: true }, /does not speak TLS on port \d+ \(no STARTTLS\)/, 'tls'],
            ['readable', { host: 'imap.example.com' }, /would cross the network/, null],
        ])(
            'tests a connection: %s',
            async (_name, change, message, step) => {
                const before = await find('desk@example.com');
                const trial = await ada.query('testMailbox', {
                    imap: { ...imap('desk', 'secret'), ...change },
                });
                expect(trial.message).toMatch(message);
                expect(trial).toMatchObject({ works: step === null && !('host' in change), step });
                if (!trial.works) expect(trial.nextStep).toBeTruthy();
                expect((await find('desk@example.com')).imap).toEqual(before.imap);
            },
            30_000,
        );

        it('disables one, and deletes none that customers know', async () => {
            const { id } = await find('desk@example.com');
            const disable = {
                mailboxId: id,
                ...box('desk@example.com', { imap: imap('desk'), enabled: false }),
            };
            expect(await ada.command('updateMailbox', disable)).toMatchObject({ ok: true });
            await until('desk@example.com', ({ state }) => state === 'disabled');
            expect(await ada.command('deleteMailbox', { mailboxId: id })).toMatchObject({
                ok: false,
                message: expect.stringMatching(/Customers know/),
            });
            const made = await ada.command('createMailbox', box('typo@example.com', { enabled: false }));
            const mailboxId = made.ok ? (made.value as { mailboxId: number }).mailboxId : 0;
            expect(await ada.command('deleteMailbox', { mailboxId })).toMatchObject({ ok: true });
            expect((await mailboxes()).map(({ address }) => address)).not.toContain('typo@example.com');
        }, 30_000);

        it('signs in by XOAUTH2, and keeps the refresh token that the provider hands out', async () => {
            await deliver(withTokens.lmtpPort, 'desk', 'By token');
            const wrong = await ada.query('testMailbox', { imap: oauth('another token') });
            expect(wrong).toMatchObject({ works: false, step: 'sign_in' });
            expect(wrong.message).toMatch(
                /refused to renew the sign-in \(invalid_grant: The refresh token has expired\.\)/,
            );
            const reply = await ada.command(
                'createMailbox',
                box('cloud@example.com', { imap: oauth('refresh-0') }),
            );
            expect(reply).toMatchObject({ ok: true });
            await arrived('By token');
            expect(provider.renewals).toBe(1);
            await server.kill();
            await server.restart();
            await deliver(withTokens.lmtpPort, 'desk', 'After the restart');
            await arrived('After the restart');
            expect(provider.renewals).toBe(2);
        }, 60_000);

        it('renews a token that the server does not take any more', async () => {
            const before = provider.renewals;
            provider.withdraw();
            withTokens.killSessions();
            await deliver(withTokens.lmtpPort, 'desk', 'With a new token');
            await arrived('With a new token');
            expect(provider.renewals).toBe(before + 1);
        }, 60_000);

        it('says so where the renewal is refused, and goes on when the provider allows it again', async () => {
            provider.refuse = 'invalid_grant';
            provider.withdraw();
            withTokens.killSessions();
            const refused = await until('cloud@example.com', ({ state }) => state === 'refused');
            expect(refused.lastError).toMatch(/refused to renew the sign-in/);
            expect(refused.lastError).toMatch(/enter the new refresh token/);
            provider.refuse = null;
            const { id } = refused;
            const update = {
                mailboxId: id,
                ...box('cloud@example.com', { imap: oauth(provider.refreshToken) }),
            };
            expect(await ada.command('updateMailbox', update)).toMatchObject({ ok: true });
            await until('cloud@example.com', ({ state }) => state === 'connected');
        }, 60_000);

        it('seals with a new key on demand, and goes on', async () => {
            const reply = await ada.command('rotateEncryptionKey', {});
            expect(reply).toMatchObject({ ok: true, value: { resealed: 2, unreadable: 0 } });
            await server.kill();
            await server.restart();
            await until('cloud@example.com', ({ state }) => state === 'connected');
        }, 60_000);
    });
}
