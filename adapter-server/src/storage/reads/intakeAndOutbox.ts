import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface QuarantineRow {
    readonly id: number;
    readonly at: number;
    readonly reason: string;
    readonly size: number;
    readonly resolvedAt: number | null;
    readonly origin: { readonly kind: 'smtp' | 'lmtp' | 'imap' };
    readonly mailbox: string | null;
    readonly envelopeFrom: string | null;
    readonly envelopeTo: string[];
    readonly resolution: 'taken_in' | 'discarded' | null;
    readonly resolvedBy: string | null;
    readonly resolvedReason: string | null;
}
const quarantine = statement<QuarantineRow>(
    'quarantine_list',
    `select x.id, x.at, x.reason, b.size, x.resolved_at, x.origin, m.address as mailbox, x.envelope_from, x.envelope_to,
         x.resolution, x.resolved_by, x.resolved_reason
     from quarantine x join blobs b on b.sha256 = x.raw_sha256
         left join mailboxes m on m.id = (x.origin ->> 'mailboxId')::int
     where ($1::int is null or x.id < $1) and ($3::boolean is null or (x.resolved_at is null) = $3)
     order by x.id desc limit $2`,
);

export interface OutboxListRow {
    readonly id: number;
    readonly lane: string;
    readonly kind: string;
    readonly state: 'waiting' | 'done' | 'dead';
    readonly attempts: number;
    readonly nextAttemptAt: number;
    readonly lastError: string | null;
    readonly interactionId: number | null;
    readonly subject: string | null;
    readonly recipients: { name: string; address: string }[] | null;
    readonly givenUpAt: number | null;
    readonly givenUpBy: string | null;
    readonly givenUpReason: string | null;
}
const outbox = statement<OutboxListRow>(
    'outbox_list',
    `select o.id, o.lane, o.kind, o.state, o.attempts, o.next_attempt_at, o.last_error, o.interaction_id, m.subject,
         m.recipients, o.given_up_at, o.given_up_by, o.given_up_reason
     from outbox o left join messages m on m.id = (o.payload ->> 'messageId')::int
     where ($1::text is null or o.state = $1) and ($2::int is null or o.id < $2) order by o.id desc limit $3`,
);

type On = Pick<Transaction, 'run'>;
export const listQuarantineRows = (
    on: On,
    page: { before: number | null; limit: number; waiting: boolean | null },
): Promise<QuarantineRow[]> => on.run(quarantine, [page.before, page.limit + 1, page.waiting]);
export const listOutboxRows = (
    on: On,
    filter: { state: OutboxListRow['state'] | null; before: number | null; limit: number },
): Promise<OutboxListRow[]> => on.run(outbox, [filter.state, filter.before, filter.limit + 1]);
