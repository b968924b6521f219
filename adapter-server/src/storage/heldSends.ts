import type { Standing } from '../core/policies/undoSend.ts';
import { statement } from './database.ts';
import type { DraftContent } from './drafts.ts';
import { storedJson } from './storedJson.ts';
import { askAgainIn } from './touched.ts';
import type { Transaction } from './transaction.ts';

/** What brings a mail that has not left back into its draft. */
export interface HeldSend {
    readonly messageId: number;
    readonly agentId: number;
    readonly draft: DraftContent;
    /** Null where it answered nobody. */
    readonly before: Standing | null;
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
/** The answer that was written next on the same interaction, and what brings it back while it waits. */
const nextAnswer = statement<Pick<HeldSend, 'messageId' | 'before'>>(
    'held_send_next_answer',
    `select m.id as message_id, h.before from messages m left join held_sends h on h.message_id = m.id
     where m.interaction_id = $1 and m.id > $2 and m.direction = 'outbound' and m.kind = 'message'
       and m.written_as is distinct from 'forward'
     order by m.id limit 1`,
);
const saveBefore = statement('held_send_before', `update held_sends set before = $2 where message_id = $1`);
/** Its files go back to their agent first. */
const freeFiles = statement(
    'held_send_free_files',
    `update attachments set message_id = null, draft_of = $2 where message_id = $1`,
);
/** What waits on an interaction, of those that answer its customer. */
const waiting = statement<{ messageId: number; before: Standing }>(
    'held_send_waiting',
    `select h.message_id, h.before from held_sends h join messages m on m.id = h.message_id
     where m.interaction_id = $1 and h.before is not null`,
);
const removeMessage = statement<{ interactionId: number }>(
    'held_send_message',
    `delete from messages where id = $1 returning interaction_id`,
);
/** With what told whom it mentioned. */
const removeNote = statement<{ agentId: number }>(
    'held_send_note',
    `with gone as (delete from notes where id = $1 returning at, text, mentions)
     delete from notifications n using gone g
     where n.agent_id = any(g.mentions) and n.kind = 'mention' and n.at = g.at and n.text = g.text
     returning n.agent_id`,
);

export const insertHeldSend = (tx: Transaction, held: HeldSend): Promise<unknown> =>
    tx.run(insert, [
        held.messageId,
        held.agentId,
        storedJson(held.draft),
        held.before && storedJson(held.before),
        held.noteId,
    ]);
/** One that an earlier release wrote does not say what it forwards, or answers. */
export async function readHeldSend(tx: Transaction, messageId: number): Promise<HeldSend | null> {
    const held = await tx.first(read, [messageId]);
    if (!held) return null;
    const { forwards = null, answers = null } = held.draft as Partial<DraftContent>;
    return { ...held, draft: { ...held.draft, forwards, answers } };
}
export const answerAfter = (
    tx: Transaction,
    interactionId: number,
    messageId: number,
): Promise<Pick<HeldSend, 'messageId' | 'before'> | null> => tx.first(nextAnswer, [interactionId, messageId]);
export const heldAnswersOf = (
    tx: Transaction,
    interactionId: number,
): Promise<{ messageId: number; before: Standing }[]> => tx.run(waiting, [interactionId]);
export const saveStanding = (tx: Transaction, messageId: number, before: Standing): Promise<unknown> =>
    tx.run(saveBefore, [messageId, storedJson(before)]);
/** It was closed with it, as by "Send and close": taken back, both are. */
export async function closedWithIt(tx: Transaction, messageId: number): Promise<void> {
    const held = await readHeldSend(tx, messageId);
    if (held?.before) await saveStanding(tx, messageId, { ...held.before, closed: true });
}
/** It has left: nothing brings it back. */
export const forgetHeldSend = (tx: Transaction, messageId: number): Promise<unknown> =>
    tx.run(remove, [messageId]);
/** As if it had never been written; what it said is in the draft. */
export async function unwriteMessage(tx: Transaction, held: HeldSend): Promise<void> {
    await tx.run(freeFiles, [held.messageId, held.agentId]);
    await tx.run(remove, [held.messageId]);
    const removed = await tx.first(removeMessage, [held.messageId]);
    if (removed) askAgainIn(tx, removed.interactionId);
    if (held.noteId === null) return;
    for (const { agentId } of await tx.run(removeNote, [held.noteId])) tx.tell(agentId, 'me_changed');
}
