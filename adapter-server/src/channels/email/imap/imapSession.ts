import type { ImapFlow, MailboxObject } from 'imapflow';
import type { ChannelLog } from '../channelLog.ts';
import { errorText } from '../channelLog.ts';
import type { Bell } from './bell.ts';
import { connectImap } from './connectImap.ts';
import type { ReceivedMail } from '../../../ports/mailboxEvents.ts';
import { fetchMail, fetchMails, mailsAfter, type FetchedMail } from './fetchMail.ts';
import type { ImapCursor, ImapMailboxConfig, ImapTiming } from './imapConfig.ts';
import { readFetched, receivePoisonous } from './receiveFetched.ts';
import type { ReceiveDeps } from './receiveFetched.ts';

export interface CursorStore {
    load(): Promise<ImapCursor | null>;
    /** Where a mailbox starts; from then on `received` stores the cursor in the message's own transaction. */
    save(cursor: ImapCursor): Promise<void>;
}

export interface SessionDeps extends ReceiveDeps {
    readonly config: ImapMailboxConfig;
    readonly cursor: CursorStore;
    readonly timing: ImapTiming;
    readonly bell: Bell;
    readonly stopping: () => boolean;
    /** Aborted when stopping takes too long: the connection is cut, whatever it waits for. */
    readonly cut: AbortSignal;
    /** How often in a row each mail has failed; lives longer than one connection. */
    readonly failures: Map<string, number>;
    readonly onConnected: () => void;
    /** All there was is received: both the connection and the store work. */
    readonly onCaughtUp: () => void;
    readonly log: ChannelLog;
}

/** After so many failures a mail is kept unparsed, so that the ones behind it arrive (E1). */
const FAILURES_BEFORE_QUARANTINE = 3;
/** Mails fetched and parsed before their turn: enough to keep the store busy, few enough to hold in memory. */
const READ_AHEAD = 4;
const SMALL = 256 * 1024;
/** Small ones that are fetched by one command, and stored in one commit: a burst waits for the disk once for so many. */
const TOGETHER = 16;
/** The next ones are fetched while those before them are being stored. */
const READ_AHEAD_SMALL = 2 * TOGETHER;

/**
 * One connection from sign-in to its end: what is new is fetched, then IDLE, with a look every minute besides.
 * Resolves when it is time for a new connection or to stop; rejects when the connection or the store fails.
 */
export async function runImapSession(deps: SessionDeps): Promise<void> {
    const client = await connectImap(deps.config, deps.timing);
    let over = false;
    const renewal = setTimeout(() => {
        over = true;
        deps.bell.ring();
    }, deps.timing.reconnect);
    const cutOff = (): void => client.close();
    deps.cut.addEventListener('abort', cutOff);
    client.on('exists', () => deps.bell.ring());
    client.on('close', () => deps.bell.ring());
    try {
        const mailbox = await client.mailboxOpen(deps.config.mailbox, { readOnly: true });
        const cursor = await startingCursor(deps, mailbox);
        deps.onConnected();
        let last = cursor.uid;
        while (!over && !deps.stopping()) {
            last = await receiveNew(deps, client, { ...cursor, uid: last });
            deps.onCaughtUp();
            if (!client.usable) throw new Error('The connection was closed.');
            if (!over && !deps.stopping()) await deps.bell.wait(deps.timing.poll);
            if (!client.usable) throw new Error('The connection was closed.');
        }
        await leave(client, deps.timing);
    } finally {
        clearTimeout(renewal);
        deps.cut.removeEventListener('abort', cutOff);
        client.close();
    }
}

/** UIDs mean nothing under another UIDVALIDITY: all is fetched again, and the store knows what it already has. */
async function startingCursor(deps: SessionDeps, mailbox: MailboxObject): Promise<ImapCursor> {
    const uidValidity = String(mailbox.uidValidity);
    const stored = await deps.cursor.load();
    if (stored?.uidValidity === uidValidity) return stored;
    const fromBeginning = stored !== null || deps.config.startFrom === 'beginning';
    const cursor = { uidValidity, uid: fromBeginning ? 0 : Math.max(0, mailbox.uidNext - 1) };
    if (stored)
        deps.log.warn({ mailboxId: deps.config.id }, 'UIDVALIDITY changed: the mailbox is fetched again');
    await deps.cursor.save(cursor);
    return cursor;
}

async function receiveNew(deps: SessionDeps, client: ImapFlow, cursor: ImapCursor): Promise<number> {
    let last = cursor.uid;
    const listed = await mailsAfter(client, last);
    const ahead: FetchingMail[] = [];
    let next = 0;
    while (!deps.stopping()) {
        for (
            let some = nextToFetch(ahead, listed.slice(next, next + TOGETHER));
            some.length > 0;
            some = nextToFetch(ahead, listed.slice(next, next + TOGETHER))
        ) {
            ahead.push(...fetchAhead(deps, client, cursor.uidValidity, some));
            next += some.length;
        }
        const [head] = ahead;
        if (!head) break;
        await head.read.catch(() => undefined);
        const together = readyTogether(ahead);
        for (const { cursor: received } of ahead.splice(0, await receiveMails(deps, client, together)))
            last = received.uid;
    }
    return last;
}

interface Listed {
    readonly uid: number;
    readonly size: number;
}

/** Small ones together, each other by itself; none while enough are on their way. */
function nextToFetch(ahead: readonly FetchingMail[], listed: readonly Listed[]): readonly Listed[] {
    const large = listed.findIndex(({ size }) => size > SMALL);
    const small = listed.slice(0, large === -1 ? undefined : large);
    if (small.length > 0 && ahead.every(({ size }) => size <= SMALL))
        return ahead.length <= READ_AHEAD_SMALL - TOGETHER ? small : [];
    return ahead.length < READ_AHEAD ? listed.slice(0, 1) : [];
}

/** The next one, and with it what is small and has been read as well. */
function readyTogether(ahead: readonly FetchingMail[]): FetchingMail[] {
    const count = ahead.findIndex((mail) => mail.ready === null || mail.size > SMALL);
    return ahead.slice(0, Math.max(1, Math.min(TOGETHER, count === -1 ? ahead.length : count)));
}

interface FetchingMail {
    readonly cursor: ImapCursor;
    readonly size: number;
    readonly fetched: Promise<FetchedMail | null>;
    readonly read: Promise<ReceivedMail | null>;
    /** Null until it has been read, and where it cannot be. */
    ready: ReceivedMail | null;
}

/** Fetched and parsed while those before them are being stored; stored in their turn, as the cursor must never leap. */
function fetchAhead(
    deps: SessionDeps,
    client: ImapFlow,
    uidValidity: string,
    listed: readonly Listed[],
): FetchingMail[] {
    const uids = listed.map(({ uid }) => uid);
    const { maxBytes } = deps.config;
    const [only] = uids;
    const fetched =
        only !== undefined && uids.length === 1
            ? [fetchMail(client, only, maxBytes)]
            : fetchMails(client, uids, { maxBytes, smallBytes: SMALL });
    return listed.map(({ uid, size }, n) =>
        reading(deps, { uidValidity, uid }, size, fetched[n] ?? Promise.resolve(null)),
    );
}

function reading(
    deps: SessionDeps,
    cursor: ImapCursor,
    size: number,
    fetched: Promise<FetchedMail | null>,
): FetchingMail {
    const read = fetched.then((mail) => mail && readFetched(deps, mail, cursor));
    const fetching: FetchingMail = { cursor, size, fetched, read, ready: null };
    // Looked at in its turn; a session that ends before leaves it unread.
    read.then(
        (mail) => (fetching.ready = mail),
        () => undefined,
    );
    return fetching;
}

const failureKey = ({ uidValidity, uid }: ImapCursor): string => `${uidValidity}:${uid}`;

/**
 * As many as one commit takes, and how many these were. Where they cannot be stored together each is tried by itself,
 * so that only the one that fails is held against.
 */
async function receiveMails(
    deps: SessionDeps,
    client: ImapFlow,
    mails: readonly FetchingMail[],
): Promise<number> {
    const ready = mails.map(({ ready: mail }) => mail).filter((mail) => mail !== null);
    if (ready.length === mails.length && ready.length > 1) {
        try {
            const { length } = await deps.mailboxEvents.receivedTogether(ready);
            for (const { cursor } of mails.slice(0, length)) deps.failures.delete(failureKey(cursor));
            return length;
        } catch (error) {
            deps.log.warn(
                { mailboxId: deps.config.id, count: ready.length, error: errorText(error) },
                'mails not stored together',
            );
        }
    }
    for (const mail of mails) await receiveOne(deps, client, mail);
    return mails.length;
}

async function receiveOne(
    deps: SessionDeps,
    client: ImapFlow,
    { cursor, fetched, read }: FetchingMail,
): Promise<void> {
    const key = failureKey(cursor);
    const failuresBefore = deps.failures.get(key) ?? 0;
    let raw: Uint8Array = new Uint8Array();
    try {
        raw = (await fetched)?.raw ?? raw;
        const mail = await read;
        if (mail) await deps.mailboxEvents.received(mail);
    } catch (error) {
        deps.failures.set(key, failuresBefore + 1);
        const mayBeTheMail =
            failuresBefore + 1 >= FAILURES_BEFORE_QUARANTINE && client.usable && !deps.stopping();
        if (!mayBeTheMail) throw error;
        deps.log.error(
            { mailboxId: deps.config.id, uid: cursor.uid, error: errorText(error) },
            'mail kept unparsed',
        );
        // With the store down this fails as well, and the mail is tried whole again with the next connection.
        await receivePoisonous(deps, raw, cursor, `It could not be received: ${errorText(error)}`);
    }
    deps.failures.delete(key);
}

/** A polite end, but not a long one. */
async function leave(client: ImapFlow, timing: ImapTiming): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, Math.min(2_000, timing.connect));
    });
    await Promise.race([client.logout().catch(() => undefined), limit]);
    clearTimeout(timer);
}
