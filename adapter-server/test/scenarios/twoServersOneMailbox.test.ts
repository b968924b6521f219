import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { AgentSocket } from '../agentSocket.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { startDovecot } from '../dovecot.ts';

const dovecot = await startDovecot();

if ('unavailable' in dovecot) {
    it('is tested wherever Dovecot is required', () =>
        expect(process.env['REQUIRE_DOVECOT']).toBeUndefined());
} else {
    describe('E1: two servers and one mailbox', () => {
        let database: TestDatabase;
        let first: DemoServer;
        let second: DemoServer;
        let ada: AgentSocket;
        const lmtp = createTransport({
            host: '127.0.0.1',
            port: dovecot.lmtpPort,
            lmtp: true,
            ignoreTLS: true,
            pool: true,
            maxConnections: 4,
            maxMessages: Infinity,
        });
        const deliver = (subject: string) =>
            lmtp.sendMail({
                from: 'Maria <maria@customer.example.com>',
                to: 'desk@example.com',
                envelope: { from: 'maria@customer.example.com', to: 'desk' },
                subject,
                text: 'Hello',
            });
        const subjects = async (): Promise<string[]> =>
            (
                await database.pool.query<{ subject: string }>(
                    `select subject from messages where direction = 'inbound' order by subject`,
                )
            ).rows.map(({ subject }) => subject);
        const holder = async (): Promise<string | undefined> =>
            (await database.pool.query<{ process_id: string }>(`select process_id from leases`)).rows[0]
                ?.process_id;
        const until = async (test: () => Promise<boolean>, withinMs = 60_000): Promise<void> => {
            for (const end = Date.now() + withinMs; !(await test());) {
                if (Date.now() > end) throw new Error('it did not come about');
                await new Promise((resolve) => setTimeout(resolve, 50));
            }
        };

        beforeAll(async () => {
            database = await openTestDatabase({ max: 2 });
            const env = {
                DATABASE_URL: database.url,
                PATCHBAY_SECRET_KEY: randomBytes(32).toString('base64'),
            };
            first = await startDemoServer(env);
            ada = await AgentSocket.signIn(first.url, 'ada');
            await ada.command('createMailbox', {
                address: 'desk@example.com',
                displayName: 'Desk',
                queueId: 1,
                imap: {
                    host: '127.0.0.1',
                    port: dovecot.imapPort,
                    secure: false,
                    requireTls: false,
                    user: 'desk',
                    startFrom: 'beginning',
                    auth: { kind: 'password', password: 'secret' },
                },
            });
            await until(async () => (await holder()) !== undefined);
            second = await startDemoServer(env);
        }, 120_000);
        afterAll(async () => {
            lmtp.close();
            ada?.close();
            first?.signal('SIGCONT');
            await Promise.all([first?.stop(), second?.stop()]);
            await database?.drop();
            await dovecot.stop();
        }, 60_000);

        it('the holder is stopped in the middle of a burst: the other goes on, nothing is lost or twice', async () => {
            const all = Array.from({ length: 120 }, (_each, n) => `burst ${String(n).padStart(3, '0')}`);
            const before = await holder();
            const delivered = Promise.all(all.map(deliver));
            await until(async () => (await subjects()).length >= 5);
            first.signal('SIGSTOP');
            await delivered;
            await until(async () => (await subjects()).length === all.length);
            expect(await holder()).not.toBe(before);
            first.signal('SIGCONT');
            await deliver('behind it');
            await until(async () => (await subjects()).includes('behind it'));
            expect(await subjects()).toEqual(['behind it', ...all]);
        }, 180_000);
    });
}
