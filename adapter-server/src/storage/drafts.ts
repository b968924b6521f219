import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

export interface Draft {
    readonly text: string;
    readonly cc: string[];
    readonly uploads: number[];
    readonly version: number;
    readonly savedAt: number;
}
const read = statement<Draft>(
    'draft_read',
    `select text, cc, uploads, version, saved_at from drafts where interaction_id = $1 and agent_id = $2`,
);
/** Only onto the version it was typed on: two tabs cannot overwrite each other unseen. */
const save = statement<Draft>(
    'draft_save',
    `insert into drafts (interaction_id, agent_id, text, cc, uploads, version, saved_at) values ($1,$2,$3,$4,$5,$6 + 1,$7)
     on conflict (interaction_id, agent_id) do update
        set text = excluded.text, cc = excluded.cc, uploads = excluded.uploads, version = excluded.version, saved_at = excluded.saved_at
        where drafts.version = $6
     returning text, cc, uploads, version, saved_at`,
);
const remove = statement('draft_delete', `delete from drafts where interaction_id = $1 and agent_id = $2`);

export const readDraft = (
    on: Pick<Transaction, 'run'>,
    interactionId: number,
    agentId: number,
): Promise<Draft | null> => on.run(read, [interactionId, agentId]).then((rows) => rows[0] ?? null);
/** Null where somebody (another tab) saved a newer one. */
export const saveDraftRow = (
    tx: Transaction,
    key: { interactionId: number; agentId: number },
    draft: Omit<Draft, 'savedAt'>,
): Promise<Draft | null> =>
    tx.first(save, [
        key.interactionId,
        key.agentId,
        draft.text,
        draft.cc,
        draft.uploads,
        draft.version,
        tx.now,
    ]);
export const deleteDraft = (tx: Transaction, interactionId: number, agentId: number): Promise<unknown> =>
    tx.run(remove, [interactionId, agentId]);

const handOver = statement<{ uploads: number[] }>(
    'draft_hand_over',
    `update drafts d set agent_id = $3 where d.interaction_id = $1 and d.agent_id = $2
       and not exists (select 1 from drafts own where own.interaction_id = $1 and own.agent_id = $3)
     returning uploads`,
);
const handUploadsOver = statement(
    'draft_uploads_hand_over',
    `update attachments set draft_of = $3 where id = any($1::int[]) and draft_of = $2`,
);
/** E10: what the giver had typed goes along, its files too. */
export async function handDraftOver(
    tx: Transaction,
    interactionId: number,
    from: number,
    to: number,
): Promise<void> {
    for (const { uploads } of await tx.run(handOver, [interactionId, from, to]))
        await tx.run(handUploadsOver, [uploads, from, to]);
}
