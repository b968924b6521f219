import type { WrittenKind } from '../core/policies/sendingEffects.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/** What an agent has typed: of a reply, a forward or a new mail. */
export interface DraftContent {
    readonly kind: WrittenKind;
    readonly text: string;
    /** null: plain text. */
    readonly html: string | null;
    /** null: those that the answered message gives. */
    readonly to: string[] | null;
    readonly cc: string[];
    readonly bcc: string[];
    /** null: that of the answered message. */
    readonly subject: string | null;
    /** The message that is forwarded; null where it is no forward. */
    readonly forwards: number | null;
    /** The message that a reply answers; null: the newest of the customer. */
    readonly answers: number | null;
    readonly uploads: number[];
    /** The time it was scheduled for when it was taken back. */
    readonly scheduledFor: number | null;
}
export interface Draft extends DraftContent {
    readonly version: number;
    readonly savedAt: number;
}
const COLUMNS = `kind, text, html, recipients as "to", cc, bcc, subject, forwards, answers, uploads, scheduled_for,
     version, saved_at`;
const read = statement<Draft>(
    'draft_read',
    `select ${COLUMNS} from drafts where interaction_id = $1 and agent_id = $2`,
);
const begin = statement<Draft>(
    'draft_begin',
    `insert into drafts (interaction_id, agent_id, kind, text, html, recipients, cc, bcc, subject, uploads, scheduled_for, version,
         saved_at, forwards, answers)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,nextval('draft_versions'),$12,$13,$14)
     on conflict (interaction_id, agent_id) do nothing
     returning ${COLUMNS}`,
);
/**
 * Only onto the version it was typed on: two tabs cannot overwrite each other unseen, and what was sent or discarded
 * meanwhile does not come back by a save that was late. No two drafts have a version in common (migration 0019): one
 * that was begun since is another one.
 */
const goOn = statement<Draft>(
    'draft_go_on',
    `update drafts set kind = $3, text = $4, html = $5, recipients = $6, cc = $7, bcc = $8, subject = $9, uploads = $10,
         scheduled_for = $11, version = nextval('draft_versions'), saved_at = $12, forwards = $13, answers = $14
     where interaction_id = $1 and agent_id = $2 and version = $15
     returning ${COLUMNS}`,
);
const remove = statement('draft_delete', `delete from drafts where interaction_id = $1 and agent_id = $2`);

export const readDraft = (
    on: Pick<Transaction, 'run'>,
    interactionId: number,
    agentId: number,
): Promise<Draft | null> => on.run(read, [interactionId, agentId]).then((rows) => rows[0] ?? null);
/** Version 0 begins one. Null where somebody (another tab) saved a newer one, or the one that was typed on is gone. */
export const saveDraftRow = (
    tx: Transaction,
    key: { interactionId: number; agentId: number },
    draft: Omit<Draft, 'savedAt'>,
): Promise<Draft | null> => {
    const values = [
        key.interactionId,
        key.agentId,
        draft.kind,
        draft.text,
        draft.html,
        draft.to,
        draft.cc,
        draft.bcc,
        draft.subject,
        draft.uploads,
        draft.scheduledFor,
        tx.now,
        draft.forwards,
        draft.answers,
    ];
    return draft.version === 0 ? tx.first(begin, values) : tx.first(goOn, [...values, draft.version]);
};
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

/** Each agent's, but for one who writes in the other too: theirs stays where it is, since neither may replace the other. */
const move = statement(
    'drafts_move',
    `update drafts d set interaction_id = $2 where d.interaction_id = $1
       and not exists (select 1 from drafts o where o.interaction_id = $2 and o.agent_id = d.agent_id)`,
);
export const moveDrafts = (tx: Transaction, from: number, to: number): Promise<unknown> =>
    tx.run(move, [from, to]);
