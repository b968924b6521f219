import type { Instant } from '../core/duration.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/** Every deadline of the business. The subject is an interaction, an offer, an agent or a queue, as the kind says. */
export const TIMER_KINDS = [
    'offer_expiry',
    'hold_deadline',
    'follow_up',
    'wrap_up',
    'agent_hours',
    'queue_hours',
    'connection_grace',
    'service_target',
    'queue_targets',
] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];
export interface Timer {
    readonly kind: TimerKind;
    readonly subjectId: number;
    readonly dueAt: Instant;
}

const set = statement(
    'timer_set',
    `insert into timers (kind, subject_id, due_at) values ($1, $2, $3)
     on conflict (kind, subject_id) do update set due_at = excluded.due_at`,
);
const clear = statement('timer_clear', `delete from timers where kind = $1 and subject_id = $2`);
const clearMany = statement(
    'timer_clear_many',
    `delete from timers where kind = $1 and subject_id = any($2::int[])`,
);
const due = statement<Timer>(
    'timer_due',
    `select kind, subject_id, due_at from timers where due_at <= $1 order by due_at limit $2`,
);
const next = statement<{ dueAt: number | null }>('timer_next', `select min(due_at) as due_at from timers`);
const claim = statement<{ got: boolean }>(
    'timer_claim',
    `select pg_try_advisory_xact_lock(hashtextextended($1 || ':' || $2::text, 0)) as got`,
);
const take = statement<{ dueAt: number }>(
    'timer_take',
    `delete from timers where kind = $1 and subject_id = $2 and due_at <= $3 returning due_at`,
);

export async function setTimer(
    tx: Transaction,
    kind: TimerKind,
    subjectId: number,
    dueAt: Instant,
): Promise<void> {
    await tx.later(set, [kind, subjectId, dueAt]);
    tx.signals.timers = true;
}
export const clearTimer = (tx: Transaction, kind: TimerKind, subjectId: number): Promise<unknown> =>
    tx.later(clear, [kind, subjectId]);
export const clearTimers = (
    tx: Transaction,
    kind: TimerKind,
    subjects: readonly number[],
): Promise<unknown> => tx.later(clearMany, [kind, subjects]);

const later = statement(
    'timer_postpone',
    `update timers set due_at = $4 where kind = $1 and subject_id = $2 and due_at = $3`,
);
/** Unless somebody moved or cleared it meanwhile. */
export const postponeTimer = (tx: Transaction, timer: Timer, to: Instant): Promise<unknown> =>
    tx.run(later, [timer.kind, timer.subjectId, timer.dueAt, to]);
export const dueTimers = (on: Pick<Transaction, 'run'>, now: Instant, limit: number): Promise<Timer[]> =>
    on.run(due, [now, limit]);
export const nextTimerAt = async (on: Pick<Transaction, 'run'>): Promise<Instant | null> =>
    (await on.run(next))[0]?.dueAt ?? null;

/**
 * Keeps other processes off this timer without locking its row: the effect locks the interaction first, as everybody
 * does, and only then takes the timer, so that no lock order is turned round.
 */
export const claimTimer = async (tx: Transaction, timer: Timer): Promise<boolean> =>
    (await tx.one(claim, [timer.kind, timer.subjectId])).got;
/** Removes it if it is still due: false means that somebody moved or cleared it meanwhile. */
export const takeTimer = async (tx: Transaction, kind: TimerKind, subjectId: number): Promise<boolean> =>
    (await tx.first(take, [kind, subjectId, tx.now])) !== null;
