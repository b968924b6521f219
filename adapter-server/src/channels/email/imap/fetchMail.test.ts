import { connect, createServer, type AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { startDovecot } from '../../../../test/dovecot.ts';
import type { ReceivedMail } from '../../../ports/mailboxEvents.ts';
import { createMailParser } from '../parsing/parseMail.ts';
import { connectImap } from './connectImap.ts';
import { createImapMailbox } from './createImapMailbox.ts';
import { fetchMails } from './fetchMail.ts';
import { IMAP_TIMING, type ImapMailboxConfig } from './imapConfig.ts';

const dovecot = await startDovecot();

if ('unavailable' in dovecot) {
    process.stderr.write(`IMAP is not tested here: ${dovecot.unavailable}\n`);
    it('is tested wherever Dovecot is required', () =>
        expect(process.env['REQUIRE_DOVECOT']).toBeUndefined());
} else {
    /** A way to the mail server on which one hears what is asked of it. */
    const asked: string[] = [];
    const way = createServer((client) => {
        const server = connect(dovecot.imapPort, '127.0.0.1');
        client.on('data', (bytes) => asked.push(...bytes.toString('latin1').split('\r\n')));
        client.pipe(server).pipe(client);
        for (const end of [client, server]) end.on('error', () => undefined);
    });
    await new Promise<void>((listening) => way.listen(0, '127.0.0.1', listening));
    const smtp = createTransport({ host: '127.0.0.1', port: dovecot.lmtpPort, lmtp: true, ignoreTLS: true });
    const parser = createMailParser({ workers: 1 });
    const from = 'maria@example.com';
    const send = (to: string, subject: string, text = 'Hello') =>
        smtp.sendMail({ from, to, subject, text, envelope: { from, to } });
    const configOf = (user: string): ImapMailboxConfig => ({
        id: 7,
        host: '127.0.0.1',
        port: (way.address() as AddressInfo).port,
        secure: false,
        requireTls: false,
        user,
        auth: { kind: 'password', password: dovecot.password },
        mailbox: 'INBOX',
        startFrom: 'beginning',
        authservId: null,
        maxBytes: 100_000,
    });
    /** Of each command that fetched mails: which ones, and how many bytes of each at most. */
    const fetched = () =>
        asked.splice(0).flatMap((line) => {
            const found = /UID FETCH (\S+) .*BODY\.PEEK\[\]<0\.(\d+)>/.exec(line);
            return found?.[1] ? [{ uids: found[1].split(',').flatMap(uidsOf), most: Number(found[2]) }] : [];
        });
    const uidsOf = (range: string): number[] => {
        const [first = 0, last = first] = range.split(':').map(Number);
        return Array.from({ length: last - first + 1 }, (_each, n) => first + n);
    };

    afterAll(async () => {
        smtp.close();
        await parser.close();
        way.close();
        await dovecot.stop();
    });

    describe('mails fetched by one command', () => {
        it('hand over no more of each than a small one has; a larger one is asked for by itself', async () => {
            const user = 'cap@example.com';
            for (const [n, size] of [100, 50_000, 100, 150_000].entries())
                await send(
                    user,
                    `mail ${n}`,
                    'x'
                        .repeat(70)
                        .concat('\r\n')
                        .repeat(size / 72),
                );
            const client = await connectImap(configOf(user), IMAP_TIMING);
            try {
                await client.mailboxOpen('INBOX', { readOnly: true });
                asked.length = 0;
                const uids = [1, 2, 3, 4, 5];
                const mails = await Promise.all(
                    fetchMails(client, uids, { maxBytes: 100_000, smallBytes: 2_000 }),
                );
                expect(mails.map((mail) => mail?.tooBig ?? 'gone')).toEqual([
                    false,
                    false,
                    false,
                    true,
                    'gone',
                ]);
                expect(mails[1]?.raw.length).toBeGreaterThan(49_000);
                expect(fetched()).toEqual([
                    { uids, most: 2_001 },
                    { uids: [2], most: 100_001 },
                    { uids: [4], most: 100_001 },
                    { uids: [5], most: 100_001 },
                ]);
            } finally {
                client.close();
            }
        });

        it('are sixteen at most, each once, and large ones none of them', async () => {
            const user = 'burst@example.com';
            for (let n = 0; n < 40; n += 1) {
                await send(user, `mail ${n}`);
                if (n === 19) await send(user, 'large', 'x'.repeat(70).concat('\r\n').repeat(5_000));
            }
            const received: ReceivedMail[] = [];
            const all = Promise.withResolvers<undefined>();
            const keep = (mail: ReceivedMail) => {
                const messageId = received.push(mail);
                if (messageId === 41) all.resolve(undefined);
                return { outcome: 'stored', interactionId: 1, messageId } as const;
            };
            asked.length = 0;
            const mailbox = createImapMailbox({
                config: configOf(user),
                cursor: { load: () => Promise.resolve(null), save: () => Promise.resolve() },
                mailboxEvents: {
                    received: (mail) => Promise.resolve(keep(mail)),
                    receivedTogether: (mails) => Promise.resolve(mails.map(keep)),
                },
                parseMail: parser.parseMail,
                clock: { now: () => 1_000 },
                log: { info: () => undefined, warn: () => undefined, error: () => undefined },
                onState: () => undefined,
            });
            mailbox.start();
            await all.promise;
            await mailbox.stop();
            const commands = fetched();
            expect(Math.max(...commands.map(({ uids }) => uids.length))).toBe(16);
            expect(commands.find(({ uids }) => uids.includes(21))?.uids).toEqual([21]);
            expect(commands.flatMap(({ uids }) => uids)).toEqual(
                Array.from({ length: 41 }, (_each, n) => n + 1),
            );
            expect(new Set(commands.map(({ most }) => most))).toEqual(new Set([100_001]));
            expect(received.map(({ origin }) => origin.cursor?.uid)).toEqual(
                Array.from({ length: 41 }, (_each, n) => n + 1),
            );
        });
    });
}
