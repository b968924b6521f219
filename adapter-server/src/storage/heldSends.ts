import type { InteractionStatus } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import type { DraftContent } from './drafts.ts';
import type { Transaction } from './transaction.ts';

/** How the interaction stood before a mail was sent. */
export interface StandingBefore {
    readonly status: InteractionStatus;
    readonly waitingSince: number | null;
    readonly unread: boolean;
    readonly originalAgentId: number | null;
    readonly followUpAt: number | null;
    readonly pendingBy: number | null;
    /** "Send and close". */
    readonly closed: boolean;
}

/** What brings a mail that has not left back into its draft. */
export interface HeldSend {
    readonly messageId: number;
    readonly agentId: number;
    readonly draft: DraftContent;
    readonly before: StandingBefore | null;
    readonly noteId: number | null;
}

const insert = statement(
    'held_send_insert',
    `insert into held_sends (message_id, agent_id, draft, before, note_id) values ($1, $2, $3, $4, $5)`,
);
const read = statement<HeldSend>(
    'held_send_read',
    `select message_id, agent_id, draft, before, note_id from held_sends where message_id = $1`,
);
const remove = statement('held_send_remove', `delete from held_sends where message_id = $1`);
/** Its files go back to their agent first. */
const freeFiles = statement(
    'held_send_free_files',
    `update attachments set message_id = null, draft_of = $2 where message_id = $1`,
);
const removeMessage = statement('held_send_message', `delete from messages where id = $1`);
const removeNote = statement('held_send_note', `delete from notes where id = $1`);

export const insertHeldSend = (tx: Transaction, held: HeldSend): Promise<unknown> =>
    tx.run(insert, [
        held.messageId,
        held.agentId,
        JSON.stringify(held.draft),
        held.before && JSON.stringify(held.before),
        held.noteId,
    ]);
export const readHeldSend = (tx: Transaction, messageId: number): Promise<HeldSend | null> =>
    tx.first(read, [messageId]);
/** It has left: nothing brings it back. */
export const forgetHeldSend = (tx: Transaction, messageId: number): Promise<unknown> =>
    tx.run(remove, [messageId]);
/** As if it had never been written; what it said is in the draft. */
export async function unwriteMessage(tx: Transaction, held: HeldSend): Promise<void> {
    await tx.run(freeFiles, [held.messageId, held.agentId]);
    await tx.run(remove, [held.messageId]);
    await tx.run(removeMessage, [held.messageId]);
    if (held.noteId !== null) await tx.run(removeNote, [held.noteId]);
}
