import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/** Open sockets of agents and the processes that hold them (R5). */
const open = statement(
    'connection_open',
    `insert into connections (id, process_id, session_id, agent_id, seen_at) values ($1, $2, $3, $4, $5)`,
);
const close = statement<{ watching: number | null }>(
    'connection_close',
    `update connections set closed_at = $2, seen_at = $2 where id = $1 returning watching`,
);
const seen = statement(
    'connections_seen',
    `update connections set seen_at = $2 where process_id = $1 and closed_at is null`,
);
const lastSeen = statement<{ open: number; lastSeen: number | null }>(
    'connections_last_seen',
    `select count(*) filter (where c.closed_at is null and exists (select 1 from processes p where p.id = c.process_id and p.seen_at > $2))::int as open,
            max(c.seen_at) as last_seen
     from connections c where c.agent_id = $1`,
);
const forget = statement(
    'connections_forget',
    `delete from connections where agent_id = $1 and (closed_at is not null or seen_at < $2)`,
);
const processSeen = statement(
    'process_seen',
    `insert into processes (id, started_at, seen_at) values ($1, $2, $2)
     on conflict (id) do update set seen_at = excluded.seen_at`,
);
const upSince = statement<{ at: number | null }>(
    'processes_up_since',
    `select min(started_at) as at from processes where seen_at > $1`,
);
const buryProcesses = statement('processes_bury', `delete from processes where seen_at < $1`);
const processGone = statement('process_gone', `delete from processes where id = $1`);
const shift = statement(
    'clock_shift_people',
    `with c as (update connections set seen_at = seen_at + $1 where closed_at is null returning session_id),
          s as (update sessions set expires_at = expires_at + $1 where id in (select session_id from c))
     update processes set seen_at = seen_at + $1`,
);

export const openConnection = (
    tx: Transaction,
    id: string,
    processId: string,
    sessionId: number,
    agentId: number,
): Promise<unknown> => tx.run(open, [id, processId, sessionId, agentId, tx.now]);
export async function closeConnection(tx: Transaction, id: string): Promise<void> {
    const closed = await tx.first(close, [id, tx.now]);
    const watching = closed?.watching ?? null;
    if (watching !== null) tx.signals.watched.add(watching);
}
const ofSession = statement<{ id: string }>(
    'connections_of_session',
    `select id from connections where session_id = $1 and closed_at is null`,
);
export const openConnectionsOf = async (tx: Transaction, sessionId: number): Promise<string[]> =>
    (await tx.run(ofSession, [sessionId])).map((row) => row.id);
/** Processes count as alive this long after their last beat. */
export const PROCESS_ALIVE_FOR = 10_000;

interface Beats {
    readonly last: number;
    /** Since when none of them was missed. 0: since this process began, before which it cannot know. */
    readonly unbrokenSince: number;
}
const beatsKey = (processId: string): string => `beats ${processId}`;

/** One write a process and beat, not one a socket. */
export async function beat(tx: Transaction, processId: string): Promise<void> {
    await tx.run(processSeen, [processId, tx.now]);
    await tx.run(seen, [processId, tx.now]);
    const before = tx.memory.get(beatsKey(processId)) as Beats | undefined;
    const isBroken = before !== undefined && tx.now - before.last >= PROCESS_ALIVE_FOR;
    const unbrokenSince = isBroken ? tx.now : (before?.unbrokenSince ?? 0);
    tx.memory.set(beatsKey(processId), { last: tx.now, unbrokenSince } satisfies Beats);
}
/** Since when this process could beat: where it could not, others could not either, and are not dead for it. */
export const beatsUnbrokenSince = (tx: Transaction, processId: string): number =>
    (tx.memory.get(beatsKey(processId)) as Beats | undefined)?.unbrokenSince ?? 0;

export async function connectionsOf(
    tx: Transaction,
    agentId: number,
): Promise<{ open: number; lastSeen: number | null; serverUpSince: number }> {
    const row = await tx.one(lastSeen, [agentId, tx.now - PROCESS_ALIVE_FOR]);
    const up = (await tx.one(upSince, [tx.now - PROCESS_ALIVE_FOR])).at ?? tx.now;
    return { ...row, serverUpSince: up };
}
export const forgetConnections = (tx: Transaction, agentId: number, before: number): Promise<unknown> =>
    tx.run(forget, [agentId, before]);
export const buryDeadProcesses = (tx: Transaction): Promise<unknown> =>
    tx.run(buryProcesses, [tx.now - 600_000]);
export const endProcess = (tx: Transaction, id: string): Promise<unknown> => tx.run(processGone, [id]);
/** Moving the demo's clock leaves people who are connected connected. */
export const shiftConnected = (tx: Transaction, by: number): Promise<unknown> => tx.run(shift, [by]);
