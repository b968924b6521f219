import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import type { MailboxView } from '../../src/protocol/views.ts';
import { AgentSocket } from '../agentSocket.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { startDovecot } from '../dovecot.ts';

const dovecot = await startDovecot();

if ('unavailable' in dovecot) {
    it('is tested wherever Dovecot is required', () =>
        expect(process.env['REQUIRE_DOVECOT']).toBeUndefined());
} else {
    describe('E1: what is hard about IMAP, at a real server', () => {
        let server: DemoServer;
        let ada: AgentSocket;
        const lmtp = createTransport({
            host: '127.0.0.1',
            port: dovecot.lmtpPort,
            lmtp: true,
            ignoreTLS: true,
            pool: true,
            maxConnections: 8,
            maxMessages: Infinity,
        });
        const deliver = (user: string, subject: string, more: object = {}) =>
            lmtp.sendMail({
                from: 'Maria <maria@customer.example.com>',
                to: `${user}@example.com`,
                envelope: { from: 'maria@customer.example.com', to: user },
                subject,
                text: `Hello, ${subject}`,
                ...more,
            });
        const add = async (user: string): Promise<number> => {
            const reply = await ada.command('createMailbox', {
                address: `${user}@example.com`,
                displayName: user,
                queueId: 1,
                imap: {
                    host: '127.0.0.1',
                    port: dovecot.imapPort,
                    secure: false,
                    requireTls: false,
                    user,
                    startFrom: 'beginning',
                    auth: { kind: 'password', password: 'secret' },
                },
            });
            if (!reply.ok) throw new Error(reply.message);
            return (reply.value as { mailboxId: number }).mailboxId;
        };
        const mailbox = async (id: number): Promise<MailboxView | undefined> =>
            (await ada.query('listMailboxes', {})).items.find((box) => box.id === id);
        /** Subjects that begin so, over all pages. */
        const subjects = async (prefix: string): Promise<string[]> => {
            const found: string[] = [];
            let before: number | null = null;
            for (;;) {
                const page: { items: { id: number; subject: string }[]; more: boolean } = await ada.query(
                    'listInteractions',
                    { list: 'all', limit: 200, before },
                );
                found.push(...page.items.map((item) => item.subject));
                const last = page.items.at(-1);
                if (!page.more || !last) break;
                before = last.id;
            }
            return found.filter((subject) => subject.startsWith(prefix)).sort();
        };
        const until = async (test: () => Promise<boolean>, withinMs = 30_000): Promise<void> => {
            for (const end = Date.now() + withinMs; !(await test());) {
                if (Date.now() > end) throw new Error('it did not come about');
                await new Promise((resolve) => setTimeout(resolve, 200));
            }
        };
        const arrived = (prefix: string, count: number, withinMs?: number) =>
            until(async () => (await subjects(prefix)).length >= count, withinMs);
        const connected = (id: number) => until(async () => (await mailbox(id))?.state === 'connected');

        beforeAll(async () => {
            server = await startDemoServer();
            ada = await AgentSocket.signIn(server.url, 'ada');
        }, 60_000);
        afterAll(async () => {
            lmtp.close();
            ada?.close();
            await server?.stop();
            await dovecot.stop();
        }, 30_000);

        it('several mailboxes at once, each into its interaction', async () => {
            const users = ['one', 'two', 'three', 'four'];
            await Promise.all(users.map((user) => deliver(user, `several ${user}`)));
            await Promise.all(users.map((user) => add(user)));
            await arrived('several', 4);
            expect(await subjects('several')).toEqual(users.map((user) => `several ${user}`).sort());
        }, 60_000);

        it('a mail that a human has read first', async () => {
            await connected(await add('shared'));
            await deliver('shared', 'seen already');
            dovecot.markSeen('shared');
            await arrived('seen already', 1);
        }, 60_000);

        it('a mailbox that is made anew with other UIDs: nothing twice, nothing lost', async () => {
            const id = await add('moved');
            await deliver('moved', 'moved 1');
            await deliver('moved', 'moved 2');
            await arrived('moved', 2);
            await connected(id);
            dovecot.setUidValidity('moved', 77_777);
            dovecot.killSessions();
            await deliver('moved', 'moved 3');
            await arrived('moved', 3);
            expect(await subjects('moved')).toEqual(['moved 1', 'moved 2', 'moved 3']);
        }, 60_000);

        it('a burst of 500 in one mailbox, each once, while it is killed in the middle', async () => {
            const user = 'burst';
            const all = Array.from({ length: 500 }, (_each, n) => `burst ${String(n).padStart(3, '0')}`);
            await Promise.all(all.map((subject) => deliver(user, subject)));
            await add(user);
            await arrived('burst', 20, 60_000);
            await server.kill();
            await server.restart();
            await arrived('burst', 500, 120_000);
            expect(await subjects('burst')).toEqual(all);
        }, 240_000);

        it('two different mails with one Message-ID are two, one mail in two mailboxes is one', async () => {
            await Promise.all([connected(await add('left')), connected(await add('right'))]);
            const messageId = '<same@customer.example.com>';
            await deliver('left', 'id first', { messageId });
            await deliver('left', 'id second', { messageId });
            const raw = [
                'From: Maria <maria@customer.example.com>',
                'To: left@example.com, right@example.com',
                'Message-ID: <both@customer.example.com>',
                'Subject: both of them',
                '',
                'Hello',
                '',
            ].join('\r\n');
            for (const user of ['left', 'right'])
                await lmtp.sendMail({ envelope: { from: 'maria@customer.example.com', to: user }, raw });
            await deliver('right', 'behind both');
            await arrived('behind both', 1);
            await arrived('id ', 2);
            expect(await subjects('id ')).toEqual(['id first', 'id second']);
            expect(await subjects('both of them')).toEqual(['both of them']);
        }, 60_000);
    });
}
