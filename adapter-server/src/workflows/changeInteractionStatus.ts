import { decideFollowUp } from '../core/policies/followUp.ts';
import { allowed, type StatusAction } from '../core/policies/interactionStatus.ts';
import { lockInteraction, saveInteraction, type Interaction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { clearTimer, setTimer } from '../storage/timers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome, type Refused } from './outcome.ts';
import { endWrapUp, guardUnanswered, letRest } from './routing/place.ts';
import { takeOver } from './takeOver.ts';

type Nothing = Record<string, never>;
interface OnInteraction {
    readonly interactionId: number;
}

/** E8's statuses but Closed, and leaving the inbox (E9). */
async function lockForStatus(
    tx: Transaction,
    actor: Actor,
    interactionId: number,
    action: StatusAction,
): Promise<Interaction | Refused> {
    const i = await lockInteraction(tx, interactionId);
    if (!i) return notFound('This interaction');
    const status = allowed(i.status, action);
    if (!status.allowed) return refuseBy(status);
    const taken = await takeOver(tx, i, actor);
    if (taken) return taken;
    i.status = status.next;
    i.lastActivityAt = tx.now;
    return i;
}

async function finish(
    tx: Transaction,
    actor: Actor,
    i: Interaction,
    kind: string,
    data = {},
): Promise<Outcome<Nothing>> {
    await record(tx, i, { kind, agentId: actor.agentId, data });
    await saveInteraction(tx, i);
    tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
    return done({});
}

export async function resolveInteraction(
    tx: Transaction,
    actor: Actor,
    { interactionId }: OnInteraction,
): Promise<Outcome<Nothing>> {
    const i = await lockForStatus(tx, actor, interactionId, 'resolve');
    if ('ok' in i) return i;
    i.waitingSince = null;
    i.followUpAt = null;
    i.pendingBy = null;
    await clearTimer(tx, 'follow_up', i.id);
    await guardUnanswered(tx, i);
    return finish(tx, actor, i, 'resolved');
}

export async function reopenInteraction(
    tx: Transaction,
    actor: Actor,
    { interactionId }: OnInteraction,
): Promise<Outcome<Nothing>> {
    const i = await lockForStatus(tx, actor, interactionId, 'reopen');
    if ('ok' in i) return i;
    await endWrapUp(tx, i);
    i.followUpAt = null;
    i.pendingBy = null;
    await clearTimer(tx, 'follow_up', i.id);
    return finish(tx, actor, i, 'reopened');
}

export async function setPending(
    tx: Transaction,
    actor: Actor,
    { interactionId, followUpAt }: OnInteraction & { followUpAt: number },
): Promise<Outcome<Nothing>> {
    const decision = decideFollowUp(followUpAt, tx.now);
    if (!decision.allowed) return refuseBy(decision);
    const i = await lockForStatus(tx, actor, interactionId, 'set_pending');
    if ('ok' in i) return i;
    i.followUpAt = followUpAt;
    i.waitingSince = null;
    // Whoever sets the date is who it comes back to (E8). They have not answered it: E4's original agent stays.
    i.pendingBy = actor.agentId;
    await setTimer(tx, 'follow_up', i.id, followUpAt);
    await guardUnanswered(tx, i);
    return finish(tx, actor, i, 'set_pending', { followUpAt });
}

/** The agent unassigns it and it leaves the inbox; the slot is free again. */
export async function dismissInteraction(
    tx: Transaction,
    actor: Actor,
    { interactionId }: OnInteraction,
): Promise<Outcome<Nothing>> {
    const i = await lockInteraction(tx, interactionId);
    if (!i || i.agentId !== actor.agentId || i.routingState !== 'assigned')
        return notFound('This interaction in your inbox');
    if (i.waitingSince !== null)
        return refuse(
            'The customer waits for an answer.',
            'Reply, set a follow-up, close it, or return it to the queue.',
        );
    await letRest(tx, i, { kind: 'dismissed', agentId: actor.agentId, data: {} });
    return done({});
}
