import { statement } from './database.ts';
import type { Interaction } from './interactions.ts';
import type { Transaction } from './transaction.ts';

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
    `insert into journal (interaction_id, seq, at, kind, agent_id, data) values ($1, $2, $3, $4, $5, $6)`,
);
const read = statement<JournalRow>(
    'journal_read',
    `select interaction_id, seq, at, kind, agent_id, data from journal where interaction_id = $1 and seq > $2 order by seq`,
);

export interface JournalEntry {
    readonly kind: string;
    /** Who did it; null for the server. */
    readonly agentId?: number | null;
    readonly data?: Record<string, unknown>;
}

/** Appends under the interaction's lock: its numbers have no gap and no order but that of the commits. */
export async function record(tx: Transaction, interaction: Interaction, entry: JournalEntry): Promise<void> {
    interaction.journalSeq += 1;
    await tx.later(append, [
        interaction.id,
        interaction.journalSeq,
        tx.now,
        entry.kind,
        entry.agentId ?? null,
        JSON.stringify(entry.data ?? {}),
    ]);
}

export const readJournal = (
    tx: Pick<Transaction, 'run'>,
    interactionId: number,
    after = 0,
): Promise<JournalRow[]> => tx.run(read, [interactionId, after]);
