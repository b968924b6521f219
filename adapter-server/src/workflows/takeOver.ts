import { decideManualAssignment } from '../core/policies/manualOverride.ts';
import { agentName, agentNames, lockAgentsForRouting } from '../storage/agents.ts';
import type { Interaction } from '../storage/interactions.ts';
import { reportsOf } from '../storage/reports.ts';
import type { Transaction } from '../storage/transaction.ts';
import { notFound, refuse, refuseBy, type Actor, type Refused } from './outcome.ts';
import { assignTo } from './routing/place.ts';

/**
 * Makes sure that who acts on an interaction has it: theirs already, or nobody's yet and then pulled. Null where it
 * is theirs now. That they may work in its queue, the gateway has checked.
 */
export async function takeOver(tx: Transaction, i: Interaction, actor: Actor): Promise<Refused | null> {
    if (i.routingState === 'assigned' && i.agentId === actor.agentId) return null;
    const assignedTo = await assignedToWhom(tx, i);
    if (assignedTo)
        return refuse(
            `${assignedTo.name} is working on it.`,
            `Ask ${assignedTo.name}, or a team lead to assign it to you.`,
        );
    const refused = await refuseManualAssignment(tx, i, actor, actor.agentId);
    if (refused) return refused;
    const accepts = i.routingState === 'offered' && i.agentId === actor.agentId;
    if (i.status === 'new') i.status = 'open';
    await assignTo(
        tx,
        i,
        actor.agentId,
        { kind: 'pulled', agentId: actor.agentId, queueId: i.queueId },
        accepts ? 'accepted' : 'withdrawn',
    );
    return null;
}

/** R6 and R1 for giving it to this agent by hand; null where it may be. */
export async function refuseManualAssignment(
    tx: Transaction,
    i: Interaction,
    actor: Actor,
    agentId: number,
): Promise<Refused | null> {
    if (i.mergedInto !== null)
        return refuse(
            'This interaction was merged into another.',
            'Open that one: its timeline leads there.',
        );
    if (i.spam !== null) return refuse('It is in the Spam list.', 'Have a manager or an admin release it.');
    // Under the lock: two hands that give the last slot away at once must not both succeed.
    const target = (await lockAgentsForRouting(tx, [agentId], i.channel))[0];
    if (!target) return notFound(`An agent who works on ${i.channel}`);
    const ownSlot = i.agentId === agentId ? 1 : 0;
    const decision = decideManualAssignment({
        actor: {
            agentId: actor.agentId,
            role: actor.role,
            inQueue: true,
            leadsTarget: actor.role === 'manager' && (await reportsOf(tx, actor.agentId)).includes(agentId),
        },
        target: {
            agentId,
            name: actor.agentId === agentId ? 'Your inbox' : agentName(target),
            enabled: target.enabled,
            load: target.load - ownSlot,
            capacity: target.capacity,
        },
        channel: i.channel,
        assignedTo: await assignedToWhom(tx, i),
    });
    return decision.allowed ? null : refuseBy(decision);
}

/** An offer or a hold is nobody's yet: manual wins over automatic. */
export async function assignedToWhom(
    tx: Transaction,
    i: Interaction,
): Promise<{ agentId: number; name: string } | null> {
    if (i.routingState !== 'assigned' || i.agentId === null) return null;
    return { agentId: i.agentId, name: (await agentNames(tx, [i.agentId])).get(i.agentId) ?? 'Somebody' };
}
