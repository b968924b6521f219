import { createTransport } from 'nodemailer';
import { createImapMailbox } from '../../adapter-server/src/channels/email/imap/createImapMailbox.ts';
import {
    createMailParser,
    type MailParser,
} from '../../adapter-server/src/channels/email/parsing/parseMail.ts';
import type { ImapMailboxConfig } from '../../adapter-server/src/channels/email/imap/imapConfig.ts';
import { startDovecot, type Dovecot } from '../../adapter-server/test/dovecot.ts';
import type { ReceivedMail, ReceiveOutcome } from '../../adapter-server/src/ports/mailboxEvents.ts';
import type { BenchContext, Benchmark, MeasuredRow } from './benchmark.ts';
import { growth } from './benchmark.ts';
import { customerOf, openCenter, storedMessageId, SUPPORT, type BenchCenter } from './center.ts';
import { bareIntake, makeReferenceTable } from './intake/bareIntake.ts';
import { median, timed } from './statistics.ts';

const MAILS = 200;
/** Every so many a reply to a stored thread; the others begin one. */
const REPLY_EVERY = 3;
const SLOWEST_SHARE = 0.5;

/** E1: what a mail costs from the mail server to a durable, threaded, routed interaction. */
export const intake: Benchmark = {
    name: 'intake',
    what: `Mails a second from one mailbox of a real Dovecot, fetched, parsed, stored, threaded and routed, against a bare
loop: one imapflow range fetch, postal-mime, one committed insert a mail, one at a time as the mailbox does it.`.replace(
        '\n',
        ' ',
    ),
    async run(context) {
        const dovecot = await startDovecot();
        if ('unavailable' in dovecot) throw new Error(dovecot.unavailable);
        const parser = createMailParser({ workers: 2 });
        try {
            const rows: MeasuredRow[] = [];
            for (const size of context.sizes) rows.push(await measure(context, dovecot, parser, size));
            const [first] = rows;
            const last = rows.at(-1);
            return first && last && first !== last
                ? [...rows, growth('growth of the cost of a mail', first, last)]
                : rows;
        } finally {
            await parser.close();
            await dovecot.stop();
        }
    },
};

async function measure(
    { rounds, progress, openDatabase }: BenchContext,
    dovecot: Dovecot,
    parser: MailParser,
    size: number,
): Promise<MeasuredRow> {
    progress(`storing ${size} interactions`);
    const center = await openCenter(await openDatabase(), { interactions: size, agents: 20, capacity: 3 });
    const ours: number[] = [];
    const reference: number[] = [];
    try {
        await makeReferenceTable(center.pool);
        // The first round warms both and is not counted.
        for (let round = 0; round <= rounds; round += 1) {
            const user = `bench.${size}.${round}@example.com`;
            await deliver(dovecot, user, round, size);
            const theirs = await timed(() => bareIntake(dovecot, user, center.pool, MAILS));
            const own = await timed(() => fetchAll(center, parser, dovecot, user));
            if (round === 0) continue;
            ours.push(MAILS / (own / 1_000));
            reference.push(MAILS / (theirs / 1_000));
            progress(
                `${size} stored, round ${round} of ${rounds}: ${Math.round(ours.at(-1) ?? 0)}/s against ${Math.round(reference.at(-1) ?? 0)}/s`,
            );
        }
    } finally {
        await center.close();
    }
    return {
        name: `${size} stored`,
        unit: '/s',
        ours: median(ours),
        reference: median(reference),
        target: { of: 'ratio', at: 'least', value: SLOWEST_SHARE },
        count: ours.length * MAILS,
    };
}

async function deliver(dovecot: Dovecot, to: string, round: number, size: number): Promise<void> {
    const lmtp = createTransport({
        host: '127.0.0.1',
        port: dovecot.lmtpPort,
        lmtp: true,
        ignoreTLS: true,
        pool: true,
        maxConnections: 4,
    });
    const send = (n: number): Promise<unknown> => {
        const number = (round * MAILS + n) % size;
        const from = customerOf(number + 1);
        return lmtp.sendMail({
            from,
            to: SUPPORT,
            subject: `Question ${round}-${n}`,
            messageId: `<bench.${size}.${round}.${n}@customer.example.com>`,
            ...(n % REPLY_EVERY === 0 ? { inReplyTo: storedMessageId(number + 1) } : {}),
            text: `Hello,\n\n${'my order has not come yet, and I wonder where it is. '.repeat(30)}\n\nMaria ${n}`,
            html: `<p>Hello,</p><p>${'my order has not come <b>yet</b>, and I wonder where it is. '.repeat(30)}</p><p>Maria ${n}</p>`,
            envelope: { from, to },
        });
    };
    await Promise.all(Array.from({ length: MAILS }, (_one, n) => send(n)));
    lmtp.close();
}

/** The server's own mailbox from its connection to the last commit. */
async function fetchAll(
    center: BenchCenter,
    parser: MailParser,
    dovecot: Dovecot,
    user: string,
): Promise<void> {
    let left = MAILS;
    let done: () => void = () => undefined;
    const all = new Promise<void>((resolve) => (done = resolve));
    const stored = (outcome: ReceiveOutcome): ReceiveOutcome => {
        if (outcome.outcome !== 'stored') throw new Error(`a mail was ${outcome.outcome}`);
        left -= 1;
        if (left === 0) done();
        return outcome;
    };
    const mailbox = createImapMailbox({
        config: configOf(dovecot, user),
        cursor: { load: () => Promise.resolve(null), save: () => Promise.resolve() },
        mailboxEvents: {
            received: async (mail) => stored(await center.receive.received(withoutMailbox(mail))),
            receivedTogether: async (mails) =>
                (await center.receive.receivedTogether(mails.map(withoutMailbox))).map(stored),
        },
        parseMail: parser.parseMail,
        clock: center.clock,
        log: { info: () => undefined, warn: () => undefined, error: console.error },
        onState: () => undefined,
    });
    mailbox.start();
    await all;
    void mailbox.stop();
}

const withoutMailbox = (mail: ReceivedMail): ReceivedMail => ({
    ...mail,
    origin: { ...mail.origin, mailboxId: null },
});

const configOf = (dovecot: Dovecot, user: string): ImapMailboxConfig => ({
    id: 1,
    host: '127.0.0.1',
    port: dovecot.imapPort,
    secure: false,
    requireTls: false,
    user,
    auth: { kind: 'password', password: dovecot.password },
    mailbox: 'INBOX',
    startFrom: 'beginning',
    authservId: null,
    maxBytes: 40 * 1024 * 1024,
});
