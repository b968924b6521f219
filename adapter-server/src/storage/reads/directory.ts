import type { Schedule } from '../../core/schedule.ts';
import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import type { CounterRow, PresenceRow } from './presence.ts';

export interface DirectoryAgentRow extends PresenceRow {
    readonly workingHours: Schedule | null;
    readonly receivesWhilePaused: boolean;
}
/** Every word of the search begins a word of the name; those who could take something now come first. */
const agents = statement<DirectoryAgentRow>(
    'directory_agents',
    `select a.id as agent_id, a.first_name || ' ' || a.last_name as name, a.chosen_status, a.connected, a.within_hours,
         a.status_reason, a.status_since, coalesce(c.load, 0) as load, coalesce(c.capacity, 0) as capacity, a.working_hours,
         'receive_transfers_paused' = any(a.permissions) as receives_while_paused,
         coalesce((select array_agg(m.queue_id order by m.queue_id) from queue_members m where m.agent_id = a.id), '{}') as queues
     from agents a left join agent_channels c on c.agent_id = a.id and c.channel = 'email'
     where a.enabled and not exists (select 1 from unnest($1::text[]) w
         where position(' ' || w in ' ' || lower(a.first_name || ' ' || a.last_name || ' ' || a.username)) = 0)
     order by case when not a.connected or a.chosen_status = 'logged_out' then 3
                   when a.chosen_status = 'unavailable' or not a.within_hours then 2
                   when coalesce(c.load, 0) >= coalesce(c.capacity, 0) then 1 else 0 end, a.first_name, a.last_name, a.id
     limit $2`,
);

export interface DirectoryQueueRow extends Omit<CounterRow, 'held'> {
    readonly restricted: boolean;
}
const queues = statement<DirectoryQueueRow>(
    'directory_queues',
    `select q.id as queue_id, q.name, q.restricted, q.is_open, coalesce(w.n, 0)::int as waiting, w.oldest as oldest_waiting_since,
         (select count(*)::int from queue_members m join agents a on a.id = m.agent_id
              join agent_channels c on c.agent_id = a.id and c.channel = 'email'
          where m.queue_id = q.id and a.enabled and a.chosen_status = 'available' and a.connected and a.within_hours
            and c.load < c.capacity) as available_agents, t.due_at as next_change_at
     from queues q
         left join lateral (select count(*) as n, min(coalesce(i.waiting_since, i.queued_at)) as oldest
                            from interactions i where i.queue_id = q.id and i.routing_state = 'queued') w on true
         left join timers t on t.kind = 'queue_hours' and t.subject_id = q.id
     where not exists (select 1 from unnest($1::text[]) w where position(' ' || w in ' ' || lower(q.name)) = 0)
     order by q.name`,
);

/** The words of a search, as the statements compare them. */
const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

type On = Pick<Transaction, 'run'>;
/** One row more than the limit where there are more. */
export const directoryAgents = (on: On, text: string, limit: number): Promise<DirectoryAgentRow[]> =>
    on.run(agents, [wordsOf(text), limit + 1]);
export const directoryQueues = (on: On, text: string): Promise<DirectoryQueueRow[]> =>
    on.run(queues, [wordsOf(text)]);
