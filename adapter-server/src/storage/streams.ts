import { statement } from './database.ts';
import { storedJson } from './storedJson.ts';
import type { Transaction } from './transaction.ts';

/** What is addressed to one agent; the payload names things by id and is filled in when it is sent. */
export interface StreamRecord {
    readonly agentId: number;
    readonly kind: 'offered' | 'offer_ended' | 'interaction_changed' | 'notified' | 'me_changed';
    readonly payload: Record<string, unknown>;
}

export interface StreamRow {
    readonly agentId: number;
    readonly seq: number;
    readonly at: number;
    readonly kind: StreamRecord['kind'];
    readonly payload: Record<string, unknown>;
}

const append = statement(
    'stream_append',
    `with told as (
         select *, row_number() over (partition by agent_id order by n) as nth
         from unnest($2::int[], $3::text[], $4::jsonb[]) with ordinality as e(agent_id, kind, payload, n)),
     counts as (select agent_id, count(*) as told from told group by agent_id),
     locked as (select s.agent_id from agent_streams s join counts using (agent_id) order by s.agent_id for update of s),
     advanced as (
         update agent_streams s set head = s.head + c.told
         from counts c join locked using (agent_id) where s.agent_id = c.agent_id
         returning s.agent_id, s.head - c.told as before)
     insert into agent_events (agent_id, seq, at, kind, payload)
     select t.agent_id, a.before + t.nth, $1, t.kind, t.payload from told t join advanced a using (agent_id)`,
);
/** The same for one agent, as most transactions tell. */
const appendToOne = statement(
    'stream_append_to_one',
    `with advanced as (
         update agent_streams set head = head + cardinality($3::text[]) where agent_id = $2
         returning head - cardinality($3::text[]) as before)
     insert into agent_events (agent_id, seq, at, kind, payload)
     select $2, a.before + e.n, $1, e.kind, e.payload
     from advanced a, unnest($3::text[], $4::jsonb[]) with ordinality as e(kind, payload, n)`,
);
/** Events read at once; in the statement itself, or PostgreSQL plans it anew each time. */
export const STREAM_BATCH = 200;
const readAfter = statement<StreamRow>(
    'stream_read_after',
    `select agent_id, seq, at, kind, payload from agent_events where agent_id = $1 and seq > $2 order by seq limit ${STREAM_BATCH}`,
);
const bounds = statement<{ head: number; oldest: number | null }>(
    'stream_bounds',
    `select s.head, (select min(seq) from agent_events where agent_id = $1) as oldest from agent_streams s where s.agent_id = $1`,
);
const trim = statement<{ n: number }>(
    'stream_trim',
    `with gone as (delete from agent_events where at < $1 returning 1) select count(*)::int as n from gone`,
);

/** Numbers and stores the events of one transaction, in agent-id order so that transactions cannot deadlock. */
export function appendStreamEvents(tx: Transaction, events: readonly StreamRecord[]): Promise<void> {
    const kinds = events.map((event) => event.kind);
    const payloads = events.map((event) => storedJson(event.payload));
    const agents = events.map((event) => event.agentId);
    const [first] = agents;
    return agents.every((agentId) => agentId === first)
        ? tx.later(appendToOne, [tx.now, first, kinds, payloads])
        : tx.later(append, [tx.now, agents, kinds, payloads]);
}

type Reader = { run: Transaction['run'] };

/** At most {@link STREAM_BATCH} behind that number. */
export const readStream = (tx: Reader, agentId: number, after: number): Promise<StreamRow[]> =>
    tx.run(readAfter, [agentId, after]);

/** Head of the stream and the oldest event still kept; a client behind that must load afresh. */
export async function streamBounds(
    tx: Reader,
    agentId: number,
): Promise<{ head: number; oldest: number | null }> {
    return (await tx.run(bounds, [agentId]))[0] ?? { head: 0, oldest: null };
}

export const trimStreams = async (tx: Transaction, before: number): Promise<number> =>
    (await tx.one(trim, [before])).n;
