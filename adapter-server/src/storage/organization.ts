import { randomBytes } from 'node:crypto';
import type { PauseReasonSettings } from '../core/policies/pauseReason.ts';
import type { NewTags } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

export interface Organization {
    readonly name: string;
    readonly timeZone: string;
    readonly statusAtSignIn: 'available' | 'unavailable';
    readonly pauseReasons: string[];
    readonly pauseReasonRequired: boolean;
    readonly acknowledgementsPerSenderADay: number;
    readonly threadColleagues: boolean;
    /** Milliseconds; 0: a mail leaves at once. */
    readonly undoSendFor: number;
    /** Who may write a tag that is not there yet. */
    readonly newTags: NewTags;
}
const read = statement<Organization>(
    'organization_read',
    `select name, time_zone, status_at_sign_in, pause_reasons, pause_reason_required, acknowledgements_per_sender_a_day,
         thread_colleagues, undo_send_for, new_tags
     from organization where id = 1`,
);
const savePause = statement(
    'organization_save_pause_reasons',
    `update organization set pause_reasons = $1, pause_reason_required = $2 where id = 1`,
);
const keys = statement<{ secret: Buffer }>(
    'signing_keys',
    `select secret from signing_keys where purpose = $1 and retired_at is null order by id desc`,
);
const insertKey = statement(
    'signing_key_insert',
    `insert into signing_keys (purpose, secret, created_at) values ($1, $2, $3)`,
);
const mutex = statement(
    'signing_key_mutex',
    `select pg_advisory_xact_lock(hashtextextended('signing_keys', 0))`,
);

/** Null before the first-run file was read. */
export const readOrganization = (on: Pick<Transaction, 'run'>): Promise<Organization | null> =>
    on.run(read).then((rows) => rows[0] ?? null);

/** None before the first-run file was read. */
export const pauseReasonSettings = (organization: Organization | null): PauseReasonSettings => ({
    reasons: organization?.pauseReasons ?? [],
    required: organization?.pauseReasonRequired ?? false,
});
export const savePauseReasons = (
    tx: Transaction,
    reasons: readonly string[],
    required: boolean,
): Promise<unknown> => tx.run(savePause, [reasons, required]);

type Purpose = 'reply_token' | 'download';
export const findSecrets = async (on: Pick<Transaction, 'run'>, purpose: Purpose): Promise<Buffer[]> =>
    (await on.run(keys, [purpose])).map((row) => row.secret);

/** Secrets of a purpose, the signing one first; made on first use, once whatever races. */
export async function signingSecrets(tx: Transaction, purpose: Purpose): Promise<Buffer[]> {
    const found = await findSecrets(tx, purpose);
    if (found.length > 0) return found;
    await tx.run(mutex);
    const again = await findSecrets(tx, purpose);
    if (again.length > 0) return again;
    const secret = randomBytes(32);
    await tx.run(insertKey, [purpose, secret, tx.now]);
    return [secret];
}
