import { beatsUnbrokenSince } from './connections.ts';
import { statement } from './database.ts';
import type { Interaction } from './interactions.ts';
import { PLACE } from './places.ts';
import type { Gathered, Transaction } from './transaction.ts';

/** Work for the world outside, written in the transaction that decided it. */
export interface OutboxRow {
    readonly id: number;
    readonly lane: string;
    readonly position: number;
    readonly kind: 'send_mail';
    readonly payload: { readonly messageId: number };
    readonly interactionId: number | null;
    /** Claims, those of processes that were killed included: a mail that ends its sender each time is given up too. */
    readonly attempts: number;
    /** How often it could not be sent before. */
    readonly refusals: number;
}

const insert = statement(
    'outbox_insert',
    `insert into outbox (lane, position, kind, payload, interaction_id, next_attempt_at)
     select l, p, 'send_mail', jsonb_build_object('messageId', m), i, at
     from unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::bigint[]) as o(l, p, m, i, at)`,
);
interface NewOutboxRow {
    readonly lane: string;
    readonly position: number;
    readonly messageId: number;
    readonly interactionId: number;
    readonly at: number;
}
const mails: Gathered<NewOutboxRow> = {
    name: 'outbox',
    until: 'statement',
    place: PLACE.outbox,
    write: (tx, rows) =>
        tx.later(insert, [
            rows.map((row) => row.lane),
            rows.map((row) => row.position),
            rows.map((row) => row.messageId),
            rows.map((row) => row.interactionId),
            rows.map((row) => row.at),
        ]),
};
/**
 * Heads of lanes alone: what stands behind a head waits for it. A mail that failed for good lets the next one go: each
 * is whole by itself, and an acknowledgement that a server refused must not hold the agent's answer back for ever.
 * Another's claim is taken over early where that process has missed its beats while this one has not: on a machine that
 * stood still, or behind a database that was away, both have, and both are alive. So the first to beat again waits until
 * the other has had as long as anybody has for a beat.
 */
const claim = statement<OutboxRow>(
    'outbox_claim',
    `with heads as (
         select o.id from outbox o,
             (select coalesce((select seen_at from processes where id = $2), $1) as seen_at) own_beat
         where o.state = 'waiting' and o.next_attempt_at <= $1
           and (o.leased_until is null or o.leased_until <= $1
                or ($5 <= own_beat.seen_at - 10000
                    and not exists (select 1 from processes p where p.id = o.leased_by and p.seen_at > own_beat.seen_at - 10000)))
           and not exists (select 1 from outbox b where b.lane = o.lane and b.position < o.position and b.state = 'waiting')
         order by o.next_attempt_at limit $4 for update of o skip locked)
     update outbox o set leased_by = $2, leased_until = $3, attempts = o.attempts + 1
     from heads where o.id = heads.id
     returning o.id, o.lane, o.position, o.kind, o.payload, o.interaction_id, o.attempts, o.refusals`,
);
const finish = statement<{ id: number }>(
    'outbox_finish',
    `update outbox set state = 'done', leased_by = null, leased_until = null, last_error = null
     where id = $1 and leased_by = $2 and state = 'waiting' returning id`,
);
const retry = statement<{ id: number }>(
    'outbox_retry',
    `update outbox set leased_by = null, leased_until = null, next_attempt_at = $3, last_error = $4, refusals = refusals + 1
     where id = $1 and leased_by = $2 and state = 'waiting' returning id`,
);
const bury = statement<{ id: number }>(
    'outbox_bury',
    `update outbox set state = 'dead', leased_by = null, leased_until = null, last_error = $3
     where id = $1 and leased_by = $2 and state = 'waiting' returning id`,
);
const revive = statement<{ id: number; payload: { messageId: number }; interactionId: number | null }>(
    'outbox_revive',
    `update outbox set state = 'waiting', next_attempt_at = $2, attempts = 0, refusals = 0, given_up_at = null, given_up_by = null,
         given_up_reason = null
     where id = $1 and (state = 'dead' or (state = 'waiting' and leased_by is null))
     returning id, payload, interaction_id`,
);
/** Not while it is being sent: then its outcome decides. */
const giveUp = statement<{ id: number; payload: { messageId: number }; interactionId: number | null }>(
    'outbox_give_up',
    `update outbox set state = 'dead', given_up_at = $2, given_up_by = $3, given_up_reason = $4,
         leased_by = null, leased_until = null
     where id = $1 and given_up_at is null
       and (state = 'dead' or (state = 'waiting' and (leased_until is null or leased_until <= $2)))
     returning id, payload, interaction_id`,
);

/** Nobody has begun to send it: then it is settled, and nobody will. The row stays: lanes have no gaps. */
const withdraw = statement<{ id: number }>(
    'outbox_withdraw',
    `update outbox set state = 'done', last_error = 'withdrawn' where state = 'waiting' and attempts = 0
       and (payload ->> 'messageId')::int = $1 returning id`,
);
const hasten = statement<{ id: number }>(
    'outbox_hasten',
    `update outbox set next_attempt_at = $2 where state = 'waiting' and attempts = 0 and (payload ->> 'messageId')::int = $1
     returning id`,
);
const again = statement<{ id: number }>(
    'outbox_again',
    `update outbox set state = 'waiting', attempts = 0, next_attempt_at = $2, last_error = null
     where state <> 'waiting' and (payload ->> 'messageId')::int = $1 returning id`,
);
const renew = statement<{ id: number }>(
    'outbox_renew',
    `update outbox set leased_until = $3 where id = $1 and leased_by = $2 and state = 'waiting' returning id`,
);

/**
 * One lane an interaction and destination, in the order of the commits; what is scheduled has a lane of its own, since
 * nothing else waits for it.
 */
export function enqueueMail(
    tx: Transaction,
    interaction: Interaction,
    messageId: number,
    { notBefore = null, scheduled = false }: { notBefore?: number | null; scheduled?: boolean } = {},
): Promise<void> {
    if (!scheduled) interaction.outboxSeq += 1;
    tx.gather(mails, messageId, {
        lane: scheduled ? `scheduled:${messageId}` : `mail:${interaction.id}`,
        position: scheduled ? 1 : interaction.outboxSeq,
        messageId,
        interactionId: interaction.id,
        at: notBefore ?? tx.now,
    });
    tx.signals.outbox = true;
    return Promise.resolve();
}
export const claimOutbox = (
    tx: Transaction,
    processId: string,
    leaseFor: number,
    limit: number,
): Promise<OutboxRow[]> =>
    tx.run(claim, [tx.now, processId, tx.now + leaseFor, limit, beatsUnbrokenSince(tx, processId)]);
/** Each is false where the lease was lost to another process: then that one decides. */
export const finishOutbox = async (tx: Transaction, id: number, processId: string): Promise<boolean> =>
    (await tx.first(finish, [id, processId])) !== null;
export const retryOutboxAt = async (
    tx: Transaction,
    id: number,
    processId: string,
    at: number,
    error: string,
): Promise<boolean> => (await tx.first(retry, [id, processId, at, error])) !== null;
export const buryOutbox = async (
    tx: Transaction,
    id: number,
    processId: string,
    error: string,
): Promise<boolean> => (await tx.first(bury, [id, processId, error])) !== null;
export const withdrawMail = async (tx: Transaction, messageId: number): Promise<boolean> =>
    (await tx.first(withdraw, [messageId])) !== null;
/** False where it is not waiting, or being sent just now. */
export const sendMailNow = async (tx: Transaction, messageId: number): Promise<boolean> => {
    tx.signals.outbox = true;
    return (await tx.first(hasten, [messageId, tx.now])) !== null;
};
/** What is done or dead goes out anew, with tries of its own. */
export const sendMailAgain = async (tx: Transaction, messageId: number): Promise<boolean> => {
    tx.signals.outbox = true;
    return (await tx.first(again, [messageId, tx.now])) !== null;
};
/** While a long send goes on; false where another process took it over. */
export const renewOutboxLease = async (
    tx: Transaction,
    id: number,
    processId: string,
    leaseFor: number,
): Promise<boolean> => (await tx.first(renew, [id, processId, tx.now + leaseFor])) !== null;
export const reviveOutbox = (tx: Transaction, id: number) => tx.first(revive, [id, tx.now]);
export const giveUpOutboxRow = (tx: Transaction, id: number, by: string, reason: string) =>
    tx.first(giveUp, [id, tx.now, by, reason]);
