import type { RoutingDecisionRecord } from '../../core/routing/decisionRecord.ts';
import { nextBoundary } from '../../core/schedule.ts';
import type { Channel } from '../../core/vocabulary.ts';
import type { Interaction } from '../../storage/interactions.ts';
import type { Queue } from '../../storage/queues.ts';
import { candidateAgents, type CandidateAgent } from '../../storage/routing.ts';
import type { Transaction } from '../../storage/transaction.ts';

const asked = new WeakMap<Transaction, Map<string, Promise<CandidateAgent[]>>>();

/** It only explains, so that mails which come in together are told the same. */
function askedOnce(tx: Transaction, queueId: number, channel: Channel): Promise<CandidateAgent[]> {
    const known = asked.get(tx) ?? new Map<string, Promise<CandidateAgent[]>>();
    asked.set(tx, known);
    const key = `${queueId} ${channel}`;
    const before = known.get(key);
    if (before) return before;
    const now = candidateAgents(tx, queueId, channel);
    known.set(key, now);
    return now;
}

/** Who seemed free when this transaction explained why something waits in this line; nobody where it has not. */
export const candidatesAsked = async (
    tx: Transaction,
    queueId: number,
    channel: Channel,
): Promise<CandidateAgent[]> => (await asked.get(tx)?.get(`${queueId} ${channel}`)) ?? [];

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
    const candidates = await askedOnce(tx, queueId, i.channel);
    if (candidates.length === 0) return { kind: 'queued_no_agent', because: 'nobody_available', queueId };
    const able = candidates.some((agent) => i.requiredSkills.every((skill) => agent.skills.includes(skill)));
    return able
        ? { kind: 'queued_new', queueId }
        : { kind: 'queued_no_agent', because: 'nobody_with_skills', queueId };
}
