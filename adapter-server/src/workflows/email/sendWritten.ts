import { allowed } from '../../core/policies/interactionStatus.ts';
import { decideSchedule } from '../../core/policies/scheduledMail.ts';
import { sendingEffects, type WrittenKind } from '../../core/policies/sendingEffects.ts';
import { leavesAt, UNDO_SEND_FOR, type Standing } from '../../core/policies/undoSend.ts';
import { deleteDraft } from '../../storage/drafts.ts';
import { insertHeldSend } from '../../storage/heldSends.ts';
import { saveInteraction, type Interaction } from '../../storage/interactions.ts';
import { record } from '../../storage/journal.ts';
import type { Message } from '../../storage/messages.ts';
import { readOrganization } from '../../storage/organization.ts';
import { enqueueMail } from '../../storage/outbox.ts';
import { clearTimer } from '../../storage/timers.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { closeLocked, type Closing } from '../closeInteraction.ts';
import { done, refuseBy, type Actor, type Outcome } from '../outcome.ts';
import { takeOver } from '../takeOver.ts';
import { composeMail } from './composeMail.ts';
import { tagOriginalAgent } from './tagOriginalAgent.ts';
import { draftOf, type SentMail, type WritingParts, type WrittenMail } from './writtenMail.ts';

export interface Sending {
    readonly kind: WrittenKind;
    readonly written: WrittenMail;
    readonly quoted: Message | null;
    /** The quoted message was chosen, and not just the newest: taken back, the draft answers it still. */
    readonly chosen?: boolean | undefined;
    readonly taggingNote?: string | null | undefined;
    readonly close?: Closing | null | undefined;
}

/**
 * What replies, forwards and new mails have in common: the interaction is the agent's, the mail is a row that waits its
 * seconds, the draft is gone and can come back, and the journal names it. The interaction is locked by the caller.
 */
export async function sendWritten(
    tx: Transaction,
    parts: WritingParts,
    { i, actor }: { i: Interaction; actor: Actor },
    sending: Sending,
): Promise<Outcome<SentMail>> {
    const { kind, written, quoted } = sending;
    const status = allowed(i.status, 'reply');
    if (!status.allowed) return refuseBy(status);
    const scheduled = typeof written.sendAt === 'number' ? decideSchedule(written.sendAt, tx.now) : null;
    if (scheduled && !scheduled.allowed) return refuseBy(scheduled);
    const taken = await takeOver(tx, i, actor);
    if (taken) return taken;

    const undoFor = (await readOrganization(tx))?.undoSendFor ?? UNDO_SEND_FOR;
    const sendAt = scheduled ? scheduled.sendAt : leavesAt(tx.now, undoFor);
    const composed = await composeMail(tx, parts, { i, actor }, { kind, written, quoted, sendAt });
    if ('ok' in composed) return composed;
    const { messageId } = composed;

    const effects = sendingEffects(kind);
    const before = standing(i, Boolean(sending.close));
    const noteId = effects.becomesOriginalAgent
        ? await tagOriginalAgent(tx, i, actor, sending.taggingNote ?? '')
        : null;
    if (effects.answersCustomer) {
        if (i.status !== 'pending') i.status = status.next;
        i.waitingSince = null;
        i.unread = false;
        await clearTimer(tx, 'hold_deadline', i.id);
    }
    if (effects.becomesOriginalAgent) i.originalAgentId = actor.agentId;
    i.lastActivityAt = tx.now;
    await deleteDraft(tx, i.id, actor.agentId);
    await enqueueMail(tx, i, messageId, { notBefore: sendAt, scheduled: scheduled !== null });
    if (sendAt !== null)
        await insertHeldSend(tx, {
            messageId,
            agentId: actor.agentId,
            draft: draftOf(kind, written, {
                forwards: kind === 'forward' ? (quoted?.id ?? null) : null,
                answers: sending.chosen ? (quoted?.id ?? null) : null,
            }),
            before: effects.answersCustomer ? before : null,
            noteId,
        });
    await record(tx, i, {
        kind: effects.journal,
        agentId: actor.agentId,
        data: { messageId, ...(scheduled ? { sendAt } : {}) },
    });
    if (sending.close) {
        const closed = await closeLocked(tx, actor, i, sending.close);
        if (!closed.ok) return closed;
    }
    await saveInteraction(tx, i);
    tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
    return done({ messageId, leavesAt: sendAt });
}

const standing = (i: Interaction, closed: boolean): Standing => ({
    status: i.status,
    waitingSince: i.waitingSince,
    unread: i.unread,
    originalAgentId: i.originalAgentId,
    followUpAt: i.followUpAt,
    pendingBy: i.pendingBy,
    closed,
});
