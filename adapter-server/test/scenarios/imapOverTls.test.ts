import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import type { MailboxView } from '../../src/protocol/views.ts';
import { AgentSocket } from '../agentSocket.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { LOCALHOST_TLS, startDovecot } from '../dovecot.ts';

const dovecot = await startDovecot({ tls: LOCALHOST_TLS });

if ('unavailable' in dovecot) {
    it('is tested wherever Dovecot is required', () =>
        expect(process.env['REQUIRE_DOVECOT']).toBeUndefined());
} else {
    describe('E11: a mailbox over TLS, whose certificate an authority of our own has signed', () => {
        let trusting: DemoServer;
        let other: DemoServer;
        const admins: AgentSocket[] = [];
        const [trusts, doubts] = [() => admin(0), () => admin(1)];
        const admin = (n: number): AgentSocket => {
            const found = admins[n];
            if (!found) throw new Error('nobody is signed in');
            return found;
        };
        const atOnce = { port: dovecot.imapsPort, secure: true };
        const startTls = { port: dovecot.imapPort, secure: false };
        const imap = (user: string, rest: object) => ({
            host: 'localhost',
            requireTls: true,
            user,
            startFrom: 'beginning',
            auth: { kind: 'password', password: dovecot.password },
            ...rest,
        });
        const add = async (ada: AgentSocket, user: string, rest: object): Promise<void> => {
            const address = `${user}@example.com`;
            const made = { address, displayName: user, queueId: 1, imap: imap(user, rest) };
            expect(await ada.command('createMailbox', made)).toMatchObject({ ok: true });
        };
        const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
            for (const end = Date.now() + 30_000; ;) {
                const found = await look();
                if (found !== undefined) return found;
                if (Date.now() > end) throw new Error('it did not come about');
                await new Promise((resolve) => setTimeout(resolve, 100));
            }
        };
        const mailbox = (ada: AgentSocket, user: string, state: MailboxView['state']) =>
            until(async () =>
                (await ada.query('listMailboxes', {})).items.find(
                    (box) => box.address === `${user}@example.com` && box.state === state,
                ),
            );

        beforeAll(async () => {
            [trusting, other] = await Promise.all([
                startDemoServer({ NODE_EXTRA_CA_CERTS: LOCALHOST_TLS.cert }),
                startDemoServer(),
            ]);
            for (const server of [trusting, other]) admins.push(await AgentSocket.signIn(server.url, 'ada'));
        }, 90_000);
        afterAll(async () => {
            for (const each of admins) each.close();
            await Promise.all([trusting?.stop(), other?.stop()]);
            await dovecot.stop();
        }, 30_000);

        it.each([
            ['TLS at once', 'safe', atOnce],
            ['STARTTLS', 'start', startTls],
        ])(
            'is fetched by %s where that authority is trusted',
            async (_name, user, port) => {
                const lmtp = createTransport({
                    host: '127.0.0.1',
                    port: dovecot.lmtpPort,
                    lmtp: true,
                    ignoreTLS: true,
                });
                await lmtp.sendMail({
                    from: 'maria@customer.example.com',
                    to: `${user}@example.com`,
                    envelope: { from: 'maria@customer.example.com', to: user },
                    subject: `Over TLS: ${user}`,
                    text: 'Hello',
                });
                expect(await trusts().query('testMailbox', { imap: imap(user, port) })).toMatchObject({
                    works: true,
                });
                await add(trusts(), user, port);
                await until(async () =>
                    (await trusts().query('listInteractions', { list: 'all' })).items.find(
                        ({ subject }) => subject === `Over TLS: ${user}`,
                    ),
                );
                expect(dovecot.log()).toMatch(new RegExp(`Login: user=<${user}>.*, TLS`));
            },
            60_000,
        );

        it.each([
            ['TLS at once', 'plain', atOnce],
            ['STARTTLS', 'begun', startTls],
        ])(
            'by %s is not signed in to where it is not, and says why and what to do',
            async (_name, user, port) => {
                await add(doubts(), user, port);
                const { lastError } = await mailbox(doubts(), user, 'waiting');
                expect(lastError).toMatch(
                    /^The certificate of localhost is not trusted: .*NODE_EXTRA_CA_CERTS/,
                );
                expect(await doubts().query('testMailbox', { imap: imap(user, port) })).toMatchObject({
                    works: false,
                    step: 'tls',
                });
                expect(dovecot.log()).not.toContain(`user=<${user}>`);
            },
            60_000,
        );

        it('is not signed in to by a name that the certificate is not made for', async () => {
            expect(
                await trusts().query('testMailbox', {
                    imap: imap('named', { ...atOnce, host: '127.0.0.1' }),
                }),
            ).toMatchObject({
                works: false,
                step: 'tls',
                message: expect.stringMatching(/^The certificate of 127.0.0.1 is not trusted/),
                nextStep: expect.stringContaining('the name that the certificate is made for'),
            });
            expect(dovecot.log()).not.toContain('user=<named>');
        }, 30_000);
    });
}
