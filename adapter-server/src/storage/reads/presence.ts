import type { ChosenStatus } from '../../core/vocabulary.ts';
import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface PresenceRow {
    readonly agentId: number;
    readonly name: string;
    readonly chosenStatus: ChosenStatus;
    readonly connected: boolean;
    readonly withinHours: boolean;
    readonly statusReason: string | null;
    readonly statusSince: number;
    readonly load: number;
    readonly capacity: number;
    readonly queues: number[];
}
const all = statement<PresenceRow>(
    'presence_all',
    `select a.id as agent_id, a.first_name || ' ' || a.last_name as name, a.chosen_status, a.connected, a.within_hours,
         a.status_reason, a.status_since, coalesce(c.load, 0) as load, coalesce(c.capacity, 0) as capacity,
         coalesce((select array_agg(m.queue_id order by m.queue_id) from queue_members m where m.agent_id = a.id), '{}') as queues
     from agents a left join agent_channels c on c.agent_id = a.id and c.channel = 'email'
     where a.enabled order by a.first_name, a.last_name, a.id`,
);

export interface CounterRow {
    readonly queueId: number;
    readonly name: string;
    readonly isOpen: boolean;
    readonly waiting: number;
    readonly held: number;
    readonly oldestWaitingSince: number | null;
    readonly availableAgents: number;
    readonly nextChangeAt: number | null;
    /** Grows with the journals of what waits in it. */
    readonly revision: number;
}
/** The queue's own timer knows its next boundary, so that no schedule is worked out four times a second. */
const counters = statement<CounterRow>(
    'queue_counters',
    `select q.id as queue_id, q.name, q.is_open, coalesce(w.n, 0)::int as waiting, coalesce(h.n, 0)::int as held,
         w.oldest as oldest_waiting_since, coalesce(f.n, 0)::int as available_agents, t.due_at as next_change_at,
         coalesce(w.revision, 0)::bigint as revision
     from queues q
         left join (select queue_id, count(*) as n, min(coalesce(waiting_since, queued_at)) as oldest,
                        sum(journal_seq) as revision
                    from interactions where routing_state = 'queued' group by queue_id) w on w.queue_id = q.id
         left join (select queue_id, count(*) as n from interactions where routing_state = 'held' group by queue_id) h on h.queue_id = q.id
         left join (select m.queue_id, count(*) as n
                    from queue_members m join agents a on a.id = m.agent_id
                        join agent_channels c on c.agent_id = a.id and c.channel = 'email'
                    where a.enabled and a.chosen_status = 'available' and a.connected and a.within_hours and c.load < c.capacity
                    group by m.queue_id) f on f.queue_id = q.id
         left join timers t on t.kind = 'queue_hours' and t.subject_id = q.id
     order by q.name`,
);

type On = Pick<Transaction, 'run'>;
export const readPresence = (on: On): Promise<PresenceRow[]> => on.run(all);
export const readCounters = (on: On): Promise<CounterRow[]> => on.run(counters);
