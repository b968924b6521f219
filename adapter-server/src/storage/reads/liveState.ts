import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** What a scrape of /metrics asks: only what partial indexes answer, however long the history is. */
const routed = statement<{ state: string; n: number }>(
    'live_by_state',
    `select 'queued' as state, count(*)::int as n from interactions where routing_state = 'queued'
     union all select 'held', count(*)::int from interactions where routing_state = 'held'
     union all select 'offered', count(*)::int from offers where outcome = 'ringing'
     union all select 'assigned', count(*)::int from interactions where agent_id is not null and routing_state = 'assigned'`,
);
const backlog = statement<{
    outboxWaiting: number;
    outboxDead: number;
    oldestTimer: number | null;
    quarantined: number;
}>(
    'live_backlog',
    `select (select count(*)::int from outbox where state = 'waiting') as outbox_waiting,
            (select count(*)::int from outbox where state = 'dead') as outbox_dead,
            (select min(due_at) from timers) as oldest_timer,
            (select count(*)::int from quarantine where resolved_at is null) as quarantined`,
);
const versions = statement<{ id: number; journalSeq: number }>(
    'live_interaction_versions',
    `select id, journal_seq from interactions where id = any($1::int[])`,
);
const ringing = statement<{ id: number; interactionId: number; offeredAt: number; expiresAt: number }>(
    'live_ringing_offers',
    `select id, interaction_id, offered_at, expires_at from offers
     where agent_id = $1 and outcome = 'ringing' order by offered_at, id`,
);

type On = Pick<Transaction, 'run'>;
export const countByState = (on: On): Promise<{ state: string; n: number }[]> => on.run(routed);
export const readBacklog = (on: On) => on.run(backlog).then((rows) => rows[0] ?? null);
export const interactionVersions = (
    on: On,
    ids: readonly number[],
): Promise<{ id: number; journalSeq: number }[]> =>
    ids.length === 0 ? Promise.resolve([]) : on.run(versions, [ids]);
/** Those that ring at the agent. */
export const ringingOffers = (on: On, agentId: number) => on.run(ringing, [agentId]);
