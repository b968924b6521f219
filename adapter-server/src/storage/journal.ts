import { statement } from './database.ts';
import type { Interaction } from './interactions.ts';
import { PLACE } from './places.ts';
import { storedJson } from './storedJson.ts';
import type { Gathered, Transaction } from './transaction.ts';

export interface JournalRow {
    readonly interactionId: number;
    readonly seq: number;
    readonly at: number;
    readonly kind: string;
    readonly agentId: number | null;
    /** Names things by id: no body, no name. presenters/journal makes the sentence. */
    readonly data: Record<string, unknown>;
}

const append = statement(
    'journal_append',
    `insert into journal (interaction_id, seq, at, kind, agent_id, data)
     select i, s, $1, k, a, d from unnest($2::int[], $3::int[], $4::text[], $5::int[], $6::jsonb[]) as j(i, s, k, a, d)`,
);
const read = statement<JournalRow>(
    'journal_read',
    `select interaction_id, seq, at, kind, agent_id, data from journal where interaction_id = $1 and seq > $2 order by seq`,
);

const closedSince = statement<{ found: boolean }>(
    'journal_closed_since',
    `select exists (select 1 from journal where interaction_id = $1 and agent_id = $2 and kind = 'closed' and at >= $3) as found`,
);
/** Who last sent on each of them, or closed it: that agent's latest such moment. */
const lastAnswered = statement<{ interactionId: number; at: number }>(
    'journal_last_answered',
    `select interaction_id, max(at)::bigint as at from journal
     where (interaction_id, agent_id) in (select * from unnest($1::int[], $2::int[]))
       and kind in ('replied', 'mail_sent', 'closed')
     group by interaction_id`,
);

export interface JournalEntry {
    readonly kind: string;
    /** Who did it; null for the server. */
    readonly agentId?: number | null;
    readonly data?: Record<string, unknown>;
}

type NewRow = Omit<JournalRow, 'at'>;

/** All lines of a transaction at once; no workflow reads what it has just journaled. */
const lines: Gathered<NewRow> = {
    name: 'journal',
    until: 'commit',
    place: PLACE.journal,
    write: (tx, rows) =>
        tx.later(append, [
            tx.now,
            rows.map((row) => row.interactionId),
            rows.map((row) => row.seq),
            rows.map((row) => row.kind),
            rows.map((row) => row.agentId),
            rows.map((row) => storedJson(row.data)),
        ]),
};

/** Appends under the interaction's lock: its numbers have no gap and no order but that of the commits. */
export function record(tx: Transaction, interaction: Interaction, entry: JournalEntry): Promise<void> {
    interaction.journalSeq += 1;
    const { id, journalSeq: seq } = interaction;
    const { kind, agentId = null, data = {} } = entry;
    tx.gather(lines, `${id}:${seq}`, { interactionId: id, seq, kind, agentId, data });
    return Promise.resolve();
}

export const readJournal = (
    tx: Pick<Transaction, 'run'>,
    interactionId: number,
    after = 0,
): Promise<JournalRow[]> => tx.run(read, [interactionId, after]);

export const closedBySince = async (
    tx: Transaction,
    interactionId: number,
    agentId: number,
    since: number,
): Promise<boolean> => (await tx.one(closedSince, [interactionId, agentId, since])).found;
/** When each interaction's original agent last answered or closed it, by interaction. */
export async function lastAnsweredAt(
    tx: Transaction,
    interactions: readonly Interaction[],
): Promise<Map<number, number>> {
    const rows = await tx.run(lastAnswered, [
        interactions.map(({ id }) => id),
        interactions.map(({ originalAgentId }) => originalAgentId),
    ]);
    return new Map(rows.map(({ interactionId, at }) => [interactionId, at]));
}
