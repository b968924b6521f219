import { statement } from './database.ts';
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

const advance = statement<{ agentId: number; head: number }>(
    'stream_advance',
    `with wanted as (select * from unnest($1::int[], $2::int[]) as w(agent_id, n)),
          locked as (select s.agent_id from agent_streams s join wanted using (agent_id) order by s.agent_id for update of s)
     update agent_streams s set head = s.head + w.n
     from wanted w join locked using (agent_id) where s.agent_id = w.agent_id
     returning s.agent_id, s.head`,
);
const append = statement(
    'stream_append',
    `insert into agent_events (agent_id, seq, at, kind, payload)
     select a, s, $1, k, p from unnest($2::int[], $3::bigint[], $4::text[], $5::jsonb[]) as e(a, s, k, p)`,
);
const readAfter = statement<StreamRow>(
    'stream_read_after',
    `select agent_id, seq, at, kind, payload from agent_events where agent_id = $1 and seq > $2 order by seq limit $3`,
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
export async function appendStreamEvents(tx: Transaction, events: readonly StreamRecord[]): Promise<void> {
    const counts = new Map<number, number>();
    for (const { agentId } of events) counts.set(agentId, (counts.get(agentId) ?? 0) + 1);
    const agents = [...counts.keys()].sort((a, b) => a - b);
    const heads = await tx.run(advance, [agents, agents.map((id) => counts.get(id))]);
    const next = new Map(heads.map((row) => [row.agentId, row.head - (counts.get(row.agentId) ?? 0)]));
    const seqs = events.map(({ agentId }) => {
        const seq = (next.get(agentId) ?? 0) + 1;
        next.set(agentId, seq);
        return seq;
    });
    await tx.later(append, [
        tx.now,
        events.map((event) => event.agentId),
        seqs,
        events.map((event) => event.kind),
        events.map((event) => JSON.stringify(event.payload)),
    ]);
}

type Reader = { run: Transaction['run'] };

export const readStream = (tx: Reader, agentId: number, after: number, limit: number): Promise<StreamRow[]> =>
    tx.run(readAfter, [agentId, after, limit]);

/** Head of the stream and the oldest event still kept; a client behind that must load afresh. */
export async function streamBounds(
    tx: Reader,
    agentId: number,
): Promise<{ head: number; oldest: number | null }> {
    return (await tx.run(bounds, [agentId]))[0] ?? { head: 0, oldest: null };
}

export const trimStreams = async (tx: Transaction, before: number): Promise<number> =>
    (await tx.one(trim, [before])).n;
