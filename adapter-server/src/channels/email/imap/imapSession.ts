import type { ImapFlow, MailboxObject } from 'imapflow';
import type { ChannelLog } from '../channelLog.ts';
import { errorText } from '../channelLog.ts';
import type { Bell } from './bell.ts';
import { connectImap } from './connectImap.ts';
import type { ReceivedMail } from '../../../ports/mailboxEvents.ts';
import { fetchMail, uidsAfter, type FetchedMail } from './fetchMail.ts';
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
const READ_AHEAD = 3;

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
    const uids = await uidsAfter(client, last);
    const ahead: FetchingMail[] = [];
    let next = 0;
    for (const uid of uids) {
        if (deps.stopping()) break;
        while (next < uids.length && ahead.length <= READ_AHEAD)
            ahead.push(fetchAhead(deps, client, { ...cursor, uid: uids[next++] ?? 0 }));
        const mail = ahead.shift();
        if (mail) await receiveOne(deps, client, mail);
        last = uid;
    }
    return last;
}

interface FetchingMail {
    readonly cursor: ImapCursor;
    readonly fetched: Promise<FetchedMail | null>;
    readonly read: Promise<ReceivedMail | null>;
}

/** Fetched and parsed while those before it are being stored; stored in its turn, as the cursor must never leap. */
function fetchAhead(deps: SessionDeps, client: ImapFlow, cursor: ImapCursor): FetchingMail {
    const fetched = fetchMail(client, cursor.uid, deps.config.maxBytes);
    const read = fetched.then((mail) => mail && readFetched(deps, mail, cursor));
    // Looked at in its turn; a session that ends before leaves it unread.
    read.catch(() => undefined);
    return { cursor, fetched, read };
}

async function receiveOne(
    deps: SessionDeps,
    client: ImapFlow,
    { cursor, fetched, read }: FetchingMail,
): Promise<void> {
    const key = `${cursor.uidValidity}:${cursor.uid}`;
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
