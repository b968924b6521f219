import {
    decideUndoSend,
    originalAgentOnceUndone,
    standingInherited,
    type Standing,
} from '../core/policies/undoSend.ts';
import { readDraft, saveDraftRow, type Draft, type DraftContent } from '../storage/drafts.ts';
import {
    answerAfter,
    readHeldSend,
    saveStanding,
    unwriteMessage,
    type HeldSend,
} from '../storage/heldSends.ts';
import { saveInteraction, type Interaction } from '../storage/interactions.ts';
import { closedBySince, record } from '../storage/journal.ts';
import { lockInteractionOf } from '../storage/merges.ts';
import type { Message } from '../storage/messages.ts';
import { withdrawMail } from '../storage/outbox.ts';
import { setTimer } from '../storage/timers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuseBy, type Actor, type Outcome } from './outcome.ts';
import { endWrapUp, guardUnanswered } from './routing/place.ts';
import { routeReply } from './routing/routeReply.ts';
import { takeOver } from './takeOver.ts';

/**
 * E6: takes a mail back that has not left, also one that was scheduled: its row goes, the draft is there again as it
 * was, and the interaction stands as before it was sent, but for what others did meanwhile.
 */
export async function undoSend(
    tx: Transaction,
    actor: Actor,
    { messageId }: { messageId: number },
): Promise<Outcome<{ interactionId: number }>> {
    const found = await lockInteractionOf(tx, messageId);
    if (!found) return notFound('This mail');
    const { i, message } = found;
    const held = await readHeldSend(tx, messageId);
    const isMine = message.agentId === actor.agentId;
    const waits = isMine && held !== null && (await withdrawMail(tx, messageId));
    const decision = decideUndoSend({ waits, isMine });
    if (!decision.allowed || !held) return refuseBy(decision.allowed ? NOT_WAITING : decision);
    await bringDraftBack(tx, i, held);
    await unwriteMessage(tx, held);
    await record(tx, i, { kind: 'send_undone', agentId: actor.agentId });
    if (held.before) await answersNoMore(tx, i, actor, { message, before: held.before });
    i.lastActivityAt = tx.now;
    await saveInteraction(tx, i);
    tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
    return done({ interactionId: i.id });
}
const NOT_WAITING = { allowed: false, reason: 'It is on its way already.' } as const;

/** What was typed since stays, below what came back. */
async function bringDraftBack(tx: Transaction, i: Interaction, held: HeldSend): Promise<void> {
    const key = { interactionId: i.id, agentId: held.agentId };
    // What another window saves at the same moment is read, and joined, in the next round.
    for (let saved: Draft | null = null; saved === null;) {
        const typed = await readDraft(tx, i.id, held.agentId);
        const draft = typed ? joined(held.draft, typed) : held.draft;
        saved = await saveDraftRow(tx, key, { ...draft, version: typed?.version ?? 0 });
    }
}

function joined(back: DraftContent, typed: Draft): DraftContent {
    if (typed.text.trim() === '' && typed.uploads.length === 0) return back;
    return {
        ...back,
        text: `${back.text}\n\n${typed.text}`,
        html: back.html === null && typed.html === null ? null : `${asHtml(back)}${asHtml(typed)}`,
        uploads: [...new Set([...back.uploads, ...typed.uploads])],
    };
}
const asHtml = ({ html, text }: DraftContent): string =>
    html ?? `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;

interface TakenBack {
    readonly message: Message;
    readonly before: Standing;
}

/** The customer waits as before, but for an answer that was written after it and stands. */
async function answersNoMore(
    tx: Transaction,
    i: Interaction,
    actor: Actor,
    { message, before }: TakenBack,
): Promise<void> {
    const next = await answerAfter(tx, i.id, message.id);
    if (!next) await standAsBefore(tx, i, actor, { message, before });
    else if (next.before)
        await saveStanding(tx, next.messageId, standingInherited(before, next.before, actor.agentId));
}

async function standAsBefore(
    tx: Transaction,
    i: Interaction,
    actor: Actor,
    { message, before }: TakenBack,
): Promise<void> {
    const reopens = before.closed && i.status === 'closed';
    i.originalAgentId = originalAgentOnceUndone({
        now: i.originalAgentId,
        before: before.originalAgentId,
        sender: actor.agentId,
        closedBySenderSince: !reopens && (await closedBySince(tx, i.id, actor.agentId, message.at)),
    });
    if (reopens) {
        i.status = before.status;
        i.dispositionId = null;
        i.dispositionNotes = '';
        i.followUpAt = before.followUpAt;
        i.pendingBy = before.pendingBy;
        if (before.followUpAt !== null) await setTimer(tx, 'follow_up', i.id, before.followUpAt);
        await endWrapUp(tx, i);
    } else if (statusIsOfSending(i, before)) i.status = before.status;
    if (before.waitingSince !== null && i.spam !== null) {
        const waitingSince = Math.min(before.waitingSince, i.spam.waitingSince ?? before.waitingSince);
        i.spam = { ...i.spam, waitingSince };
    }
    if (!mayWait(i)) return;
    i.unread ||= before.unread;
    if (before.waitingSince === null) return;
    i.waitingSince = Math.min(before.waitingSince, i.waitingSince ?? before.waitingSince);
    if (i.routingState === 'assigned') await guardUnanswered(tx, i);
    // Put out of the inbox meanwhile: the customer waits again, so somebody must have it.
    else if (i.routingState === 'idle' && (await takeOver(tx, i, actor))) await routeReply(tx, i);
}

/** A follow-up that came due or a customer who wrote since has opened it: then it stays so. */
const statusIsOfSending = (i: Interaction, before: Standing): boolean =>
    i.status === 'open' && i.waitingSince === null && before.status !== 'pending' && mayWait(i);

/** Who put it away meanwhile, by closing it or as spam, meant it: the draft comes back, and the rest stays. */
const mayWait = (i: Interaction): boolean => i.status !== 'closed' && i.spam === null;
