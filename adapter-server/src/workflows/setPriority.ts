import { decidePriorityChange, levelOf } from '../core/policies/interactionPriority.ts';
import type { InteractionPriority } from '../core/vocabulary.ts';
import { lockInteraction, saveInteraction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuseBy, type Actor, type Outcome } from './outcome.ts';

/** By hand. It keeps when it came into the line: among those of its new priority it stands where its age puts it. */
export async function setPriority(
    tx: Transaction,
    actor: Actor,
    { interactionId, priority }: { interactionId: number; priority: InteractionPriority },
): Promise<Outcome<Record<string, never>>> {
    const i = await lockInteraction(tx, interactionId);
    if (!i) return notFound('This interaction');
    const { status } = i;
    const decision = decidePriorityChange({ status, merged: i.mergedInto !== null, spam: i.spam !== null });
    if (!decision.allowed) return refuseBy(decision);
    const to = levelOf(priority);
    if (i.priority === to) return done({});
    await record(tx, i, { kind: 'priority_set', agentId: actor.agentId, data: { from: i.priority, to } });
    i.priority = to;
    await saveInteraction(tx, i);
    if (i.routingState === 'queued') tx.signals.queues.add(i.queueId);
    for (const agentId of new Set([actor.agentId, i.agentId ?? i.heldFor]))
        if (agentId !== null) tx.tell(agentId, 'interaction_changed', { interactionId: i.id });
    return done({});
}
