import { decideMergeable, originalAgentOfBoth } from '../core/policies/merging.ts';
import { moveDrafts } from '../storage/drafts.ts';
import { lockInteractions, saveInteraction, type Interaction } from '../storage/interactions.ts';
import { lastAnsweredAt, record } from '../storage/journal.ts';
import { moveMessages } from '../storage/messages.ts';
import { isBeingWritten } from '../storage/newMails.ts';
import { moveNotesTo } from '../storage/people.ts';
import { moveTags } from '../storage/tags.ts';
import { clearTimer, setTimer } from '../storage/timers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome } from './outcome.ts';
import { letRest } from './routing/place.ts';
import { routeCustomerMessage } from './routing/routeCustomerMessage.ts';
import { routeHeld } from './routing/routeTransfer.ts';
import { statusAfterCustomerMessage } from '../core/policies/reopening.ts';

/**
 * E2's one-click merge: the messages, notes, drafts and tags move, the emptied interaction rests Closed and leads to the other. What
 * waited in it waits there, with the older of the two arrivals.
 */
export async function mergeInteraction(
    tx: Transaction,
    actor: Actor,
    { interactionId, intoInteractionId }: { interactionId: number; intoInteractionId: number },
): Promise<Outcome<Record<string, never>>> {
    if (interactionId === intoInteractionId) return refuse('An interaction cannot be merged into itself.');
    const locked = await lockInteractions(tx, [interactionId, intoInteractionId]);
    const from = locked.find((i) => i.id === interactionId);
    const into = locked.find((i) => i.id === intoInteractionId);
    if (!from || !into) return notFound('One of the two interactions');
    if (from.channel !== into.channel) return refuse('Only interactions of one channel can be merged.');
    if (from.spam !== null || into.spam !== null)
        return refuse('One of the two is in the Spam list.', 'Have a manager or an admin release it first.');
    if (from.mergedInto !== null || into.mergedInto !== null)
        return refuse('One of the two was merged already.', 'Open the interaction that it went into.');
    if (from.agentId !== null && from.agentId !== actor.agentId && actor.role === 'agent')
        return refuse('Somebody else is working on it.', 'Ask them, or a team lead.');
    for (const { id } of [from, into]) {
        const mergeable = decideMergeable({ isBeingWritten: await isBeingWritten(tx, id) });
        if (!mergeable.allowed) return refuseBy(mergeable);
    }

    await moveMessages(tx, from.id, into.id);
    await moveNotesTo(tx, from.id, into.id);
    // What was typed is never lost: nothing can be written in what was merged.
    await moveDrafts(tx, from.id, into.id);
    await moveTags(tx, from.id, into.id);
    await bringOriginalAgent(tx, from, into);
    const waited = from.waitingSince;
    from.waitingSince = null;
    from.mergedInto = into.id;
    from.status = 'closed';
    const followUpAt = from.followUpAt;
    from.followUpAt = null;
    const { pendingBy } = from;
    from.pendingBy = null;
    await clearTimer(tx, 'follow_up', from.id);
    await letRest(tx, from, {
        kind: 'merged_into',
        agentId: actor.agentId,
        data: { interactionId: into.id },
    });

    await record(tx, into, { kind: 'merged', agentId: actor.agentId, data: { interactionId: from.id } });
    into.lastActivityAt = tx.now;
    if (waited !== null) {
        into.status = statusAfterCustomerMessage(into.status);
        into.waitingSince = Math.min(waited, into.waitingSince ?? waited);
        into.unread = true;
        into.followUpAt = null;
        into.pendingBy = null;
        await clearTimer(tx, 'follow_up', into.id);
        if (into.queuedAt !== null) into.queuedAt = Math.min(into.queuedAt, into.waitingSince);
        // A hold's deadline is that of the oldest waiting message.
        if (into.routingState === 'held') await routeHeld(tx, into);
        else await routeCustomerMessage(tx, into);
    } else if (followUpAt !== null) {
        into.pendingBy ??= pendingBy;
        await keepFollowUp(tx, into, followUpAt);
    }
    await saveInteraction(tx, into);
    return done({});
}

/** What the customer of either thread writes next goes to whom has answered them (E4). */
async function bringOriginalAgent(tx: Transaction, from: Interaction, into: Interaction): Promise<void> {
    if (from.originalAgentId === null) return;
    const at = await lastAnsweredAt(tx, [from, into]);
    const thread = ({ id, originalAgentId }: Interaction) => ({
        originalAgentId,
        answeredAt: at.get(id) ?? null,
    });
    into.originalAgentId = originalAgentOfBoth(thread(from), thread(into));
}

/** A follow-up that was promised on the merged thread is not forgotten, unless somebody has the other in hand anyway. */
async function keepFollowUp(tx: Transaction, into: Interaction, followUpAt: number): Promise<void> {
    if (into.status !== 'pending' && (into.routingState !== 'idle' || into.waitingSince !== null)) return;
    into.status = 'pending';
    into.followUpAt = Math.min(followUpAt, into.followUpAt ?? followUpAt);
    await setTimer(tx, 'follow_up', into.id, into.followUpAt);
}
