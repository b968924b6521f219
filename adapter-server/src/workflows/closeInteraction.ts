import { decideClosing } from '../core/policies/closing.ts';
import { allowed } from '../core/policies/interactionStatus.ts';
import { wrapUpEndsAt } from '../core/policies/wrapUp.ts';
import { findDisposition } from '../storage/dispositions.ts';
import { lockInteraction, saveInteraction, type Interaction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { readQueue } from '../storage/queues.ts';
import { clearTimer, setTimer } from '../storage/timers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuseBy, type Actor, type Outcome } from './outcome.ts';
import { takeOver } from './takeOver.ts';

export interface Closing {
    readonly dispositionId: number;
    readonly notes: string;
}

/** E8, E9: the standard way to finish; asks for the disposition, then wrap-up begins. */
export async function closeInteraction(
    tx: Transaction,
    actor: Actor,
    args: Closing & { interactionId: number },
): Promise<Outcome<Record<string, never>>> {
    const i = await lockInteraction(tx, args.interactionId);
    if (!i) return notFound('This interaction');
    const status = allowed(i.status, 'close');
    if (!status.allowed) return refuseBy(status);
    const taken = await takeOver(tx, i, actor);
    if (taken) return taken;
    return closeLocked(tx, actor, i, args);
}

/** For an interaction that is locked and the actor's; "Send and close" comes here too. */
export async function closeLocked(
    tx: Transaction,
    actor: Actor,
    i: Interaction,
    closing: Closing,
): Promise<Outcome<Record<string, never>>> {
    const queue = await readQueue(tx, i.queueId);
    const decision = decideClosing({
        queueId: queue.id,
        queueName: queue.name,
        disposition: await findDisposition(tx, closing.dispositionId),
    });
    if (!decision.allowed) return refuseBy(decision);
    i.status = 'closed';
    i.dispositionId = decision.dispositionId;
    i.dispositionNotes = closing.notes;
    i.originalAgentId = actor.agentId;
    i.waitingSince = null;
    i.followUpAt = null;
    i.pendingBy = null;
    i.wrapUpSince = tx.now;
    i.wrapUpEndsAt = wrapUpEndsAt(tx.now, queue.emailWrapUpLimit);
    i.lastActivityAt = tx.now;
    await clearTimer(tx, 'hold_deadline', i.id);
    await clearTimer(tx, 'follow_up', i.id);
    if (i.wrapUpEndsAt !== null) await setTimer(tx, 'wrap_up', i.id, i.wrapUpEndsAt);
    await record(tx, i, {
        kind: 'closed',
        agentId: actor.agentId,
        data: { dispositionId: decision.dispositionId },
    });
    await saveInteraction(tx, i);
    tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
    return done({});
}
