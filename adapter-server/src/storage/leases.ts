import type { Duration } from '../core/duration.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/** Free, expired, or ours: then it is ours for as long again, with a higher fencing token when it changed hands. */
const take = statement<{ fencingToken: number }>(
    'lease_take',
    `insert into leases (kind, subject, process_id, fencing_token, expires_at) values ($1, $2, $3, 1, $4)
     on conflict (kind, subject) do update
        set fencing_token = leases.fencing_token + (leases.process_id <> excluded.process_id)::int,
            process_id = excluded.process_id, expires_at = excluded.expires_at
        where leases.process_id = excluded.process_id or leases.expires_at <= $5
           or not exists (select 1 from processes p where p.id = leases.process_id and p.seen_at > $5 - 10000)
     returning fencing_token`,
);
const release = statement(
    'lease_release',
    `delete from leases where kind = $1 and subject = $2 and process_id = $3`,
);

/** For share: nobody takes it over before this transaction ends. */
const held = statement<{ fencingToken: number }>(
    'lease_held',
    `select fencing_token from leases
     where kind = $1 and subject = $2 and process_id = $3 and fencing_token = $4 for share`,
);

export type LeaseKind = 'mailbox';

/** The fencing token, or null while another process that lives holds it. */
export const takeLease = async (
    tx: Transaction,
    kind: LeaseKind,
    subject: string,
    processId: string,
    length: Duration,
): Promise<number | null> =>
    (await tx.first(take, [kind, subject, processId, tx.now + length, tx.now]))?.fencingToken ?? null;
export const releaseLease = (
    tx: Transaction,
    kind: LeaseKind,
    subject: string,
    processId: string,
): Promise<unknown> => tx.run(release, [kind, subject, processId]);
/** Whether this process still holds it, to the end of the transaction. */
export const holdsLease = async (
    tx: Transaction,
    kind: LeaseKind,
    subject: string,
    lease: { readonly processId: string; readonly token: number },
): Promise<boolean> => (await tx.first(held, [kind, subject, lease.processId, lease.token])) !== null;
