import { holdDeadline } from '../core/policies/originalAgentHold.ts';
import { agentName, agentNames, readAgentOnChannel } from '../storage/agents.ts';
import { lockInteraction, type Interaction } from '../storage/interactions.ts';
import { lineOf } from '../storage/lines.ts';
import { isBeingWritten } from '../storage/newMails.ts';
import { notify } from '../storage/people.ts';
import { findQueue, readQueue } from '../storage/queues.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';
import { assignTo, enterQueue, holdSettings } from './routing/place.ts';
import { routeReply } from './routing/routeReply.ts';
import { refuseManualAssignment, takeOver } from './takeOver.ts';

type Nothing = Record<string, never>;
interface OnInteraction {
    readonly interactionId: number;
}

/** R6: "Manual pull from queue, supervisor assign and re-assign; manual wins over automatic." */
export async function pullInteraction(
    tx: Transaction,
    actor: Actor,
    { interactionId }: OnInteraction,
): Promise<Outcome<Nothing>> {
    const i = await lockInteraction(tx, interactionId);
    if (!i) return notFound('This interaction');
    if (i.status === 'closed') return refuse('It is Closed.', 'Reopen it first.');
    const taken = await takeOver(tx, i, actor);
    if (taken) return taken;
    return done({});
}

/** The next of the line, as routing would choose it; null where nothing waits that is not being offered just now. */
export async function pullNext(
    tx: Transaction,
    actor: Actor,
    { queueId }: { queueId: number },
): Promise<Outcome<{ interactionId: number | null }>> {
    if (!(await findQueue(tx, queueId))) return notFound('This queue');
    const next = await lineOf(tx, queueId);
    if (!next) return done({ interactionId: null });
    const taken = await takeOver(tx, next, actor);
    if (taken) return taken;
    return done({ interactionId: next.id });
}

export async function assignInteraction(
    tx: Transaction,
    actor: Actor,
    { interactionId, agentId }: OnInteraction & { agentId: number },
): Promise<Outcome<Nothing>> {
    const i = await lockInteraction(tx, interactionId);
    const agent = await readAgentOnChannel(tx, agentId, i?.channel ?? 'email');
    if (!i || !agent) return notFound(i ? 'This agent' : 'This interaction');
    if (i.status === 'closed') return refuse('It is Closed.', 'Reopen it first.');
    if (actor.role === 'agent' && agentId !== actor.agentId && agentId === i.originalAgentId)
        return handToOriginalAgent(tx, actor, i);
    const refused = await refuseManualAssignment(tx, i, actor, agentId);
    if (refused) return refused;
    await tellFormerOwner(tx, i, agentName(agent));
    if (i.status === 'new') i.status = 'open';
    await assignTo(tx, i, agentId, { kind: 'assigned_manually', agentId, byAgentId: actor.agentId });
    if (agentId !== actor.agentId)
        await notify(tx, agentId, 'assigned', `${actor.name} assigned "${i.subject}" to you.`, i.id);
    return done({});
}

/** E5's one click: to its original agent, who is offered it at once, or when they are free (E4). */
async function handToOriginalAgent(tx: Transaction, actor: Actor, i: Interaction): Promise<Outcome<Nothing>> {
    if (i.mergedInto !== null) return refuse('This interaction was merged into another.', 'Open that one.');
    if (i.spam !== null) return refuse('It is in the Spam list.', 'Have a manager or an admin release it.');
    if (i.routingState === 'assigned' && i.agentId !== actor.agentId) {
        const taken = await takeOver(tx, i, actor);
        if (taken) return taken;
    }
    // By hand, it waits for them anew where it has waited its time already.
    const deadline = holdDeadline(i.waitingSince ?? tx.now, holdSettings(await readQueue(tx, i.queueId)));
    if (i.waitingSince === null || deadline <= tx.now) i.waitingSince = tx.now;
    i.holdRefused = null;
    i.pendingBy = null;
    await routeReply(tx, i);
    return done({});
}

async function tellFormerOwner(tx: Transaction, i: Interaction, to: string): Promise<void> {
    if (i.routingState !== 'assigned' || i.agentId === null) return;
    await notify(tx, i.agentId, 'reassigned', `"${i.subject}" was assigned to ${to}.`, i.id);
}

/** Back to the line at the place that its oldest waiting message gives it. */
export async function returnToQueue(
    tx: Transaction,
    actor: Actor,
    { interactionId }: OnInteraction,
): Promise<Outcome<Nothing>> {
    const i = await lockInteraction(tx, interactionId);
    if (!i) return notFound('This interaction');
    if (i.status === 'closed') return refuse('It is Closed.', 'Dismiss it from your inbox instead.');
    const isTheirs = i.agentId === actor.agentId || i.heldFor === actor.agentId;
    if (!isTheirs && actor.role === 'agent') {
        const name =
            (await agentNames(tx, [i.agentId ?? i.heldFor])).get(i.agentId ?? i.heldFor ?? 0) ?? 'nobody';
        return refuse(`It is with ${name}, not with you.`, 'Only its agent or a team lead returns it.');
    }
    if (i.spam !== null) return refuse('It is in the Spam list.', 'Release it instead.');
    if (i.routingState === 'queued') return done({});
    // Its draft would stay behind, and whoever is offered it would see nothing.
    if (await isBeingWritten(tx, i.id))
        return refuse(
            'It is a new mail that is still being written: nobody waits for it.',
            'Send it, discard it, or transfer it.',
        );
    // Not offered straight back to whoever just gave it away.
    const giver = i.agentId ?? i.heldFor;
    const queuedAt = i.waitingSince ?? tx.now;
    if (giver !== null && !i.declinedBy.includes(giver)) i.declinedBy = [...i.declinedBy, giver];
    await enterQueue(tx, i, { kind: 'requeued', queueId: i.queueId, queuedAt });
    return done({});
}
