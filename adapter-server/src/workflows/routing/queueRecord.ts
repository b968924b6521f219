import type { RoutingDecisionRecord } from '../../core/routing/decisionRecord.ts';
import { nextBoundary } from '../../core/schedule.ts';
import type { Interaction } from '../../storage/interactions.ts';
import type { Queue } from '../../storage/queues.ts';
import { candidateAgents } from '../../storage/routing.ts';
import type { Transaction } from '../../storage/transaction.ts';

/** Why it waits in the queue rather than ring at somebody at once. */
export async function queueRecord(
    tx: Transaction,
    queue: Queue,
    i: Interaction,
): Promise<RoutingDecisionRecord> {
    const queueId = queue.id;
    if (!queue.isOpen) {
        const opensAt = nextBoundary(queue.openingHours, tx.now);
        return { kind: 'queued_no_agent', because: 'queue_closed', queueId, opensAt };
    }
    const candidates = await candidateAgents(tx, queueId, i.channel);
    if (candidates.length === 0) return { kind: 'queued_no_agent', because: 'nobody_available', queueId };
    const able = candidates.some((agent) => i.requiredSkills.every((skill) => agent.skills.includes(skill)));
    return able
        ? { kind: 'queued_new', queueId }
        : { kind: 'queued_no_agent', because: 'nobody_with_skills', queueId };
}
