import type { MailOrigin } from '../ports/mailboxEvents.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

export interface Mailbox {
    readonly id: number;
    readonly address: string;
    readonly displayName: string;
    readonly queueId: number;
    readonly kind: 'intake' | 'imap';
    readonly imap: unknown;
    readonly uidValidity: string | null;
    readonly lastUid: number | null;
    readonly state: string;
    readonly lastError: string | null;
    readonly changedAt: number;
    readonly enabled: boolean;
    readonly secretKeyId: number | null;
    readonly secret: Buffer | null;
    readonly settingsVersion: number;
    readonly lastMailAt: number | null;
    readonly nextAttemptAt: number | null;
}
const COLUMNS = `id, address, display_name, queue_id, kind, imap, uid_validity, last_uid, state, last_error, changed_at,
    enabled, secret_key_id, secret, settings_version, last_mail_at, next_attempt_at`;
const list = statement<Mailbox>('mailboxes_list', `select ${COLUMNS} from mailboxes order by id`);
const cursor = statement<{ uidValidity: string | null; lastUid: number | null }>(
    'mailbox_cursor',
    `select uid_validity, last_uid from mailboxes where id = $1`,
);
const advance = statement(
    'mailbox_advance',
    `update mailboxes set uid_validity = $2, last_uid = $3, last_mail_at = $4 where id = $1
       and (uid_validity is distinct from $2 or last_uid is null or last_uid < $3)`,
);
/** Rarely, so that mails of one address do not wait for each other's commit. */
const seen = statement(
    'mailbox_mail_seen',
    `update mailboxes set last_mail_at = $2::bigint where address = any($1::text[]) and kind = 'intake'
       and (last_mail_at is null or last_mail_at < $2::bigint - 10000)`,
);
const state = statement(
    'mailbox_state',
    `update mailboxes set state = $2, last_error = $3, changed_at = $4, next_attempt_at = $5 where id = $1`,
);

type On = Pick<Transaction, 'run'>;
export const listMailboxes = (on: On): Promise<Mailbox[]> => on.run(list);
export async function readCursor(
    on: On,
    mailboxId: number,
): Promise<{ uidValidity: string; uid: number } | null> {
    const row = (await on.run(cursor, [mailboxId]))[0];
    return row?.uidValidity && row.lastUid !== null
        ? { uidValidity: row.uidValidity, uid: row.lastUid }
        : null;
}
/** In the transaction that stores the mail: nothing is fetched twice or skipped. */
export async function advanceCursor(tx: Transaction, origin: MailOrigin): Promise<void> {
    if (origin.mailboxId === null || origin.cursor === null) return;
    await tx.later(advance, [origin.mailboxId, origin.cursor.uidValidity, origin.cursor.uid, tx.now]);
}
/** Mail has come in for these addresses by the server's own intake. */
export const markMailSeen = (tx: Transaction, addresses: readonly string[]): Promise<unknown> =>
    tx.later(seen, [addresses, tx.now]);
const begin = statement(
    'mailbox_begin',
    `update mailboxes set uid_validity = $2, last_uid = $3 where id = $1`,
);
/** Where a mailbox begins, or begins again after its UIDVALIDITY changed. */
export const startCursor = (
    tx: Transaction,
    mailboxId: number,
    at: { uidValidity: string; uid: number },
): Promise<unknown> => tx.run(begin, [mailboxId, at.uidValidity, at.uid]);
export const saveMailboxState = (
    tx: Transaction,
    id: number,
    to: string,
    error: string | null,
    nextAttemptAt: number | null = null,
): Promise<unknown> => tx.run(state, [id, to, error, tx.now, nextAttemptAt]);
