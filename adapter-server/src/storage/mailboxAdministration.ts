import { statement } from './database.ts';
import type { Mailbox } from './mailboxes.ts';
import type { Sealed } from './sealing/secretBox.ts';
import type { Transaction } from './transaction.ts';

/** What admins change of a mailbox; its secret stands beside it, sealed. */
export interface MailboxSettings {
    readonly address: string;
    readonly displayName: string;
    readonly queueId: number;
    readonly kind: 'intake' | 'imap';
    readonly imap: object | null;
    readonly enabled: boolean;
}
const insert = statement<{ id: number }>(
    'mailbox_create',
    `insert into mailboxes (address, display_name, queue_id, kind, imap, enabled, changed_at) values ($1,$2,$3,$4,$5,$6,$7)
     on conflict (address) do nothing returning id`,
);
const read = statement<Mailbox>(
    'mailbox_lock',
    `select id, address, display_name, queue_id, kind, imap, uid_validity, last_uid, state, last_error, changed_at,
         enabled, secret_key_id, secret, settings_version, last_mail_at, next_attempt_at
     from mailboxes where id = $1 for no key update`,
);
const save = statement(
    'mailbox_update',
    `update mailboxes set address = $2, display_name = $3, queue_id = $4, kind = $5, imap = $6, enabled = $7,
         settings_version = settings_version + 1, state = 'idle', last_error = null, next_attempt_at = null, changed_at = $8
     where id = $1`,
);
/** Another account: its UIDs mean nothing to the old cursor. */
const forgetCursor = statement(
    'mailbox_forget_cursor',
    `update mailboxes set uid_validity = null, last_uid = null where id = $1`,
);
const saveSecret = statement(
    'mailbox_secret',
    `update mailboxes set secret_key_id = $2, secret = $3 where id = $1`,
);
const saveAccount = statement('mailbox_account', `update mailboxes set imap = $2 where id = $1`);
const remove = statement('mailbox_delete', `delete from mailboxes where id = $1`);
const taken = statement<{ id: number }>(
    'mailbox_taken',
    `select id from mailboxes where address = $1 and id <> $2`,
);
/** Whether customers know the address: mail came for it or left from it, or waits in the quarantine. */
const used = statement<{ used: boolean }>(
    'mailbox_used',
    `select exists (select 1 from messages where from_address = m.address)
         or exists (select 1 from messages where m.address = any(envelope_to))
         or exists (select 1 from quarantine where resolved_at is null and m.address = any(envelope_to))
         or exists (select 1 from quarantine where resolved_at is null and (origin ->> 'mailboxId')::int = m.id)
         or m.last_mail_at is not null as used
     from mailboxes m where m.id = $1`,
);

export async function insertMailbox(tx: Transaction, to: MailboxSettings): Promise<number | null> {
    const values = [to.address, to.displayName, to.queueId, to.kind, json(to.imap), to.enabled, tx.now];
    tx.signals.mailboxes = true;
    return (await tx.first(insert, values))?.id ?? null;
}
export const lockMailbox = (tx: Transaction, id: number): Promise<Mailbox | null> => tx.first(read, [id]);
export async function saveMailbox(tx: Transaction, id: number, to: MailboxSettings): Promise<void> {
    const values = [to.address, to.displayName, to.queueId, to.kind, json(to.imap), to.enabled, tx.now];
    await tx.run(save, [id, ...values]);
    tx.signals.mailboxes = true;
}
export const forgetMailboxCursor = (tx: Transaction, id: number): Promise<unknown> =>
    tx.run(forgetCursor, [id]);
export const saveMailboxSecret = (tx: Transaction, id: number, secret: Sealed | null): Promise<unknown> =>
    tx.run(saveSecret, [id, secret?.keyId ?? null, secret?.sealed ?? null]);
export const saveMailboxAccount = (tx: Transaction, id: number, imap: object): Promise<unknown> =>
    tx.run(saveAccount, [id, json(imap)]);
export async function deleteMailboxRow(tx: Transaction, id: number): Promise<void> {
    await tx.run(remove, [id]);
    tx.signals.mailboxes = true;
}
export const isAddressTaken = async (tx: Transaction, address: string, by: number): Promise<boolean> =>
    (await tx.first(taken, [address, by])) !== null;
export const isMailboxUsed = async (tx: Transaction, id: number): Promise<boolean> =>
    (await tx.first(used, [id]))?.used ?? false;

/** Whose secret it is, for the seal. */
export const mailboxContext = (id: number): string => `mailbox:${id}`;

const json = (imap: object | null): string | null => (imap === null ? null : JSON.stringify(imap));
