import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { startDovecot } from '../../../../test/dovecot.ts';
import { startSwallowingWay } from '../../../../test/swallowingWay.ts';
import type { ReceivedMail, ReceiveOutcome } from '../../../ports/mailboxEvents.ts';
import { createMailParser } from '../parsing/parseMail.ts';
import type { ImapCursor, ImapTiming } from './imapConfig.ts';
import { createImapMailbox, type ImapMailbox, type MailboxState } from './createImapMailbox.ts';

const dovecot = await startDovecot();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

if ('unavailable' in dovecot) {
    process.stderr.write(`IMAP is not tested here: ${dovecot.unavailable}\n`);
    it('is tested wherever Dovecot is required', () =>
        expect(process.env['REQUIRE_DOVECOT']).toBeUndefined());
} else {
    const parser = createMailParser({ workers: 1 });
    const smtp = createTransport({ host: '127.0.0.1', port: dovecot.lmtpPort, lmtp: true, ignoreTLS: true });
    const running: ImapMailbox[] = [];
    let users = 0;

    /** A store in memory that keeps the contract: the cursor moves with the message, or not at all. */
    function openMailbox(
        user: string,
        startFrom: 'now' | 'beginning',
        stored: ImapCursor | null = null,
        { port = Number(dovecotPort()), timing = {} }: { port?: number; timing?: Partial<ImapTiming> } = {},
    ) {
        const received: ReceivedMail[] = [];
        const states: { state: MailboxState; error: string | null }[] = [];
        const wakers = new Set<() => void>();
        const changed = (): void => wakers.forEach((wake) => wake());
        const store = {
            cursor: stored,
            refuse: (_mail: ReceivedMail, _together: boolean): boolean => false,
            saved: 0,
            together: [] as number[],
            parsedTogether: 1,
        };
        const allParsed = Promise.withResolvers<undefined>();
        const keep = (mail: ReceivedMail): ReceiveOutcome => {
            store.cursor = mail.origin.cursor;
            const messageId = received.push(mail);
            changed();
            return { outcome: 'stored', interactionId: 1, messageId };
        };
        const mailbox = createImapMailbox({
            config: {
                id: 7,
                host: '127.0.0.1',
                port,
                secure: false,
                requireTls: false,
                user,
                auth: { kind: 'password', password: user === 'stranger' ? 'wrong' : 'secret' },
                mailbox: 'INBOX',
                startFrom,
                authservId: 'mx.example.com',
                maxBytes: 100_000,
            },
            cursor: {
                load: () => Promise.resolve(store.cursor),
                save: (cursor) => {
                    store.cursor = cursor;
                    store.saved += 1;
                    return Promise.resolve();
                },
            },
            mailboxEvents: {
                received: (mail) => {
                    if (store.refuse(mail, false)) return Promise.reject(new Error('the store refuses it'));
                    return Promise.resolve(keep(mail));
                },
                receivedTogether: (mails) => {
                    if (mails.some((mail) => store.refuse(mail, true)))
                        return Promise.reject(new Error('no'));
                    store.together.push(mails.length);
                    return Promise.resolve(mails.map(keep));
                },
            },
            parseMail: async (raw, options) => {
                const outcome = await parser.parseMail(raw, options);
                if (--store.parsedTogether <= 0) allParsed.resolve(undefined);
                await allParsed.promise;
                return outcome;
            },
            clock: { now: () => 1_000 },
            log: silent,
            onState: (state, { error }) => {
                states.push({ state, error });
                changed();
            },
            timing: { connect: 5_000, firstRetry: 20, longestRetry: 100, poll: 60_000, ...timing },
            random: () => 0.5,
        });
        running.push(mailbox);
        const until = (condition: () => boolean): Promise<void> =>
            new Promise((resolve) => {
                const check = (): void => {
                    if (!condition()) return;
                    wakers.delete(check);
                    resolve();
                };
                wakers.add(check);
                check();
            });
        const connections = () => states.filter(({ state }) => state === 'connected').length;
        return { mailbox, received, states, store, until, connections };
    }
    const dovecotPort = () => ('imapPort' in dovecot ? dovecot.imapPort : 0);
    const newUser = () => `user${++users}@example.com`;
    const from = 'maria@example.com';
    const send = (to: string, subject: string, text = 'Hello') =>
        smtp.sendMail({ from, to, subject, text, envelope: { from, to } });
    const subjects = (mails: readonly ReceivedMail[]) =>
        mails.map(({ content }) =>
            'parsed' in content ? content.parsed.subject : `unparsable: ${content.unparsable}`,
        );

    afterEach(async () => {
        await Promise.all(running.splice(0).map((mailbox) => mailbox.stop()));
    });
    afterAll(async () => {
        smtp.close();
        await parser.close();
        await dovecot.stop();
    });

    describe('an IMAP mailbox (E1)', () => {
        it('receives what is there and what comes, in order, and flags nothing', async () => {
            const user = newUser();
            await send(user, 'one');
            await send(user, 'two');
            const box = openMailbox(user, 'beginning');
            box.mailbox.start();
            await box.until(() => box.received.length === 2);
            await send(user, 'three');
            await box.until(() => box.received.length === 3);
            expect(subjects(box.received)).toEqual(['one', 'two', 'three']);
            expect(box.received[2]?.origin).toEqual({ kind: 'imap', mailboxId: 7, cursor: box.store.cursor });
            expect(box.received[0]).toMatchObject({ envelopeFrom: 'maria@example.com', envelopeTo: [user] });
            expect(dovecot.flags(user)).not.toContain('Seen');
        });

        it('starting now leaves what was there, and stores where it started', async () => {
            const user = newUser();
            await send(user, 'old');
            const box = openMailbox(user, 'now');
            box.mailbox.start();
            await box.until(() => box.connections() === 1);
            await send(user, 'new');
            await box.until(() => box.received.length === 1);
            expect(subjects(box.received)).toEqual(['new']);
            expect(box.store.saved).toBe(1);
        });

        it('goes on after its cursor, not from the beginning', async () => {
            const user = newUser();
            await send(user, 'first');
            const before = openMailbox(user, 'beginning');
            before.mailbox.start();
            await before.until(() => before.received.length === 1);
            await before.mailbox.stop();
            expect(before.states.at(-1)?.state).toBe('stopped');
            await send(user, 'second');
            const after = openMailbox(user, 'beginning', before.store.cursor);
            after.mailbox.start();
            await after.until(() => after.received.length === 1);
            expect(subjects(after.received)).toEqual(['second']);
        });

        it('comes back after its sessions are killed and after the server was away', async () => {
            const user = newUser();
            const box = openMailbox(user, 'beginning');
            box.mailbox.start();
            await box.until(() => box.connections() === 1);
            dovecot.killSessions();
            await box.until(() => box.connections() === 2);
            await dovecot.halt();
            await box.until(() => box.states.at(-1)?.error !== null);
            await dovecot.resume();
            await send(user, 'after the break');
            await box.until(() => box.received.length === 1);
            expect(subjects(box.received)).toEqual(['after the break']);
        });

        it('finds a half-open connection dead, and has the mail by the next one', async () => {
            const user = newUser();
            const way = await startSwallowingWay(Number(dovecotPort()));
            try {
                const timing = { idle: 300, socket: 600, poll: 400 };
                const box = openMailbox(user, 'beginning', null, { port: way.port, timing });
                box.mailbox.start();
                await box.until(() => box.connections() === 1);
                way.swallow(true);
                await send(user, 'through the gap');
                await box.until(() => box.states.at(-1)?.error !== null);
                expect(box.received).toEqual([]);
                way.swallow(false);
                await box.until(() => box.received.length === 1);
                expect(subjects(box.received)).toEqual(['through the gap']);
            } finally {
                await way.close();
            }
        });

        it('a new connection on schedule shows the UIDVALIDITY that IDLE kept silent about', async () => {
            const user = newUser();
            await send(user, 'kept');
            const box = openMailbox(user, 'beginning', null, { timing: { reconnect: 1_000 } });
            box.mailbox.start();
            await box.until(() => box.received.length === 1);
            dovecot.setUidValidity(user, 4_343);
            await box.until(() => box.received.at(-1)?.origin.cursor?.uidValidity === '4343');
        });

        it('fetches all again when UIDVALIDITY changed', async () => {
            const user = newUser();
            await send(user, 'kept');
            const box = openMailbox(user, 'now', { uidValidity: '1', uid: 99 });
            box.mailbox.start();
            await box.until(() => box.received.length === 1);
            dovecot.setUidValidity(user, 4_242);
            dovecot.killSessions();
            await box.until(() => box.received.length === 2);
            expect(subjects(box.received)).toEqual(['kept', 'kept']);
            expect(box.received[1]?.origin.cursor?.uidValidity).toBe('4242');
        });

        it('keeps a poisonous mail unparsed after three tries and receives those behind it', async () => {
            const user = newUser();
            await send(user, 'poison');
            await send(user, 'fine');
            const box = openMailbox(user, 'beginning');
            let tries = 0;
            box.store.refuse = ({ content }, together) =>
                'parsed' in content && content.parsed.subject === 'poison' && (together || ++tries > 0);
            box.mailbox.start();
            await box.until(() => box.received.length === 2);
            expect(tries).toBe(3);
            expect(subjects(box.received)).toEqual([
                'unparsable: It could not be received: the store refuses it',
                'fine',
            ]);
            expect(box.received[0]?.raw.length).toBeGreaterThan(0);
        });

        it.each([false, true])(
            'stores together what has piled up; refused so (%s): one by one',
            async (refused) => {
                const user = newUser();
                const sent = [1, 2, 3, 4, 5, 6].map((n) => `mail ${n}`);
                for (const subject of sent) await send(user, subject);
                const box = openMailbox(user, 'beginning');
                box.store.refuse = (_mail, together) => together && refused;
                box.store.parsedTogether = sent.length;
                box.mailbox.start();
                await box.until(() => box.received.length === sent.length);
                expect(subjects(box.received)).toEqual(sent);
                expect(box.store.together).toEqual(refused ? [] : [sent.length]);
                expect(box.connections()).toBe(1);
            },
        );

        it('loses nothing while the store is down', async () => {
            const user = newUser();
            await send(user, 'patient');
            const box = openMailbox(user, 'beginning');
            let tries = 0;
            box.store.refuse = () => ++tries <= 8;
            box.mailbox.start();
            await box.until(() => box.received.length === 1);
            expect(subjects(box.received)).toEqual(['patient']);
            expect(box.store.cursor?.uid).toBe(1);
        });

        it('keeps the beginning of a mail that is too big', async () => {
            const user = newUser();
            await send(user, 'huge', 'x'.repeat(150_000));
            await send(user, 'small');
            const box = openMailbox(user, 'beginning');
            box.mailbox.start();
            await box.until(() => box.received.length === 2);
            expect(subjects(box.received)).toEqual([
                'unparsable: It is larger than 100000 bytes; only its beginning is kept.',
                'small',
            ]);
        });

        it('says in words why it cannot sign in', async () => {
            const box = openMailbox('stranger', 'now');
            box.mailbox.start();
            await box.until(() => box.states.some(({ state }) => state === 'refused'));
            expect(box.states.find(({ state }) => state === 'refused')?.error).toMatch(/^Sign-in refused/);
        });
    });
}
