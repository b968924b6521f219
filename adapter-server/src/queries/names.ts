import { namesOf, type NamesWanted } from '../storage/reads/names.ts';
import type { SummaryRow } from '../storage/reads/summaries.ts';
import type { Transaction } from '../storage/transaction.ts';

/** Names by id, of the moment: after somebody was renamed, the old journal reads right. */
export interface Names {
    agent(id: number): string;
    queue(id: number): string;
    disposition(id: number): string;
}

export async function readNames(on: Pick<Transaction, 'run'>, wanted: NamesWanted): Promise<Names> {
    const found = new Map<string, string>();
    for (const row of await namesOf(on, wanted)) found.set(`${row.kind} ${row.id}`, row.name);
    return {
        agent: (id) => found.get(`agent ${id}`) ?? 'a former agent',
        queue: (id) => found.get(`queue ${id}`) ?? 'a former queue',
        disposition: (id) => found.get(`disposition ${id}`) ?? 'a former outcome',
    };
}

/** Whom and which queues the summaries of these rows name, their why lines included. */
export function namedIn(rows: readonly SummaryRow[]): { agents: Set<number>; queues: Set<number> } {
    const agents = new Set<number>();
    const queues = new Set<number>();
    for (const row of rows) {
        for (const id of [
            row.agentId,
            row.heldFor,
            row.originalAgentId,
            row.transferredBy,
            row.transferredTo,
        ])
            if (id !== null) agents.add(id);
        queues.add(row.queueId);
        if (row.why) collect(row.why, agents, queues);
    }
    return { agents, queues };
}

/** Journal data and why lines name agents as agentId or byAgentId, and queues as queueId. */
export function collect(data: object, agents: Set<number>, queues: Set<number>): void {
    for (const [key, value] of Object.entries(data)) {
        if (typeof value !== 'number') continue;
        if (/agentId$/i.test(key)) agents.add(value);
        else if (/queueId$/i.test(key)) queues.add(value);
    }
}
