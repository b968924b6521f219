import { PROCESS_ALIVE_FOR } from './connections.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/** Which interaction each open tab shows, and whether its agent types there. */
const watch = statement<{ before: number | null }>(
    'connection_watch',
    `update connections c set watching = $2, typing = false
     from (select id, watching from connections where id = $1 for update) old
     where c.id = old.id returning old.watching as before`,
);
const type = statement(
    'connection_type',
    `update connections set typing = $3 where id = $1 and watching = $2 and typing <> $3 returning 1`,
);
const colleagues = statement<{ interactionId: number; agentId: number; name: string; typing: boolean }>(
    'connections_watching',
    `select c.watching as interaction_id, a.id as agent_id, a.first_name || ' ' || a.last_name as name,
         bool_or(c.typing) as typing
     from connections c join agents a on a.id = c.agent_id
     where c.watching = any($1::int[]) and c.closed_at is null
       and exists (select 1 from processes p where p.id = c.process_id and p.seen_at > $2)
     group by c.watching, a.id order by a.id`,
);

/** What the tab shows from now on; null for none. Answers what it showed before. */
export const saveWatching = async (
    tx: Transaction,
    connectionId: string,
    interactionId: number | null,
): Promise<number | null> => (await tx.first(watch, [connectionId, interactionId]))?.before ?? null;
/** Whether that changed anything: only where the tab still shows this interaction. */
export const saveTyping = async (
    tx: Transaction,
    connectionId: string,
    interactionId: number,
    typing: boolean,
): Promise<boolean> => (await tx.run(type, [connectionId, interactionId, typing])).length > 0;

export interface Colleague {
    readonly interactionId: number;
    readonly agentId: number;
    readonly name: string;
    readonly typing: boolean;
}
/** Who has these open now, in tabs of processes that are alive. */
export const colleaguesOn = (
    on: Pick<Transaction, 'run'>,
    interactionIds: readonly number[],
    now: number,
): Promise<Colleague[]> =>
    interactionIds.length === 0
        ? Promise.resolve([])
        : on.run(colleagues, [interactionIds, now - PROCESS_ALIVE_FOR]);
