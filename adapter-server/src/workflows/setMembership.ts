import type { MembershipPriority } from '../core/vocabulary.ts';
import { saveMembership } from '../storage/agentAdministration.ts';
import { findQueue } from '../storage/queues.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, type Actor, type Outcome } from './outcome.ts';
import { lockAgentWithWork, releaseLeftQueue } from './releaseWork.ts';

export interface SetMembershipArgs {
    readonly agentId: number;
    readonly queueId: number;
    /** null: out of the queue. */
    readonly priority: MembershipPriority | null;
}

/** R1, A6: puts an agent into a queue, at another priority in it, or out of it. */
export async function setMembership(
    tx: Transaction,
    _actor: Actor,
    { agentId, queueId, priority }: SetMembershipArgs,
): Promise<Outcome<Record<string, never>>> {
    if (!(await findQueue(tx, queueId))) return notFound('This queue');
    const found = await lockAgentWithWork(tx, agentId, queueId);
    if (!found) return notFound('This agent');
    await saveMembership(tx, queueId, agentId, priority);
    if (priority === null) await releaseLeftQueue(tx, agentId, found.work);
    else tx.signals.agents.add(agentId);
    tx.signals.queues.add(queueId);
    return done({});
}
