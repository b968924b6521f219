import { lockAgent, type Agent } from '../storage/agents.ts';
import { lockWorkOf } from '../storage/agentAdministration.ts';
import type { Interaction } from '../storage/interactions.ts';
import type { Transaction } from '../storage/transaction.ts';
import { enterQueue, letRest } from './routing/place.ts';

/**
 * An agent with everything that rings at, is held for or is in the inbox of them, all locked: interactions first, as
 * everybody does. While the agent's row was waited for, routing may have given them more; nothing can once it is
 * held. Those few are locked out of order, which the database turns into a retry where it does harm.
 *
 * @param queueId one queue alone; null for all
 */
export async function lockAgentWithWork(
    tx: Transaction,
    agentId: number,
    queueId: number | null,
): Promise<{ agent: Agent; work: Interaction[] } | null> {
    await lockWorkOf(tx, agentId, queueId);
    const agent = await lockAgent(tx, agentId);
    return agent && { agent, work: await lockWorkOf(tx, agentId, queueId) };
}

/** E4: "The original agent disabled or no longer in the queue: released at once." */
export async function releaseDisabled(
    tx: Transaction,
    agentId: number,
    work: readonly Interaction[],
): Promise<void> {
    for (const i of work) {
        // Answered and only kept, such as in wrap-up or Pending: nobody waits, but nobody disabled may keep it.
        if (i.routingState === 'assigned' && i.waitingSince === null)
            await letRest(tx, i, { kind: 'released_disabled', data: { agentId, queueId: i.queueId } });
        else await enterQueue(tx, i, { kind: 'released_disabled', agentId, queueId: i.queueId });
    }
}

/** What they work on stays theirs; what waits for them or rings at them goes back to the queue they left. */
export async function releaseLeftQueue(
    tx: Transaction,
    agentId: number,
    work: readonly Interaction[],
): Promise<void> {
    for (const i of work)
        // A transfer to them needs no membership.
        if (i.routingState !== 'assigned' && i.transferredTo !== agentId)
            await enterQueue(tx, i, { kind: 'released_left_queue', agentId, queueId: i.queueId });
}
