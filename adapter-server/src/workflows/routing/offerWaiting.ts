import { derivePresence } from '../../core/policies/presence.ts';
import { Availability } from '../../core/routing/availability.ts';
import { pairInteractions } from '../../core/routing/drain.ts';
import type { AgentOnChannel } from '../../storage/agents.ts';
import type { Interaction } from '../../storage/interactions.ts';
import type { Queue } from '../../storage/queues.ts';
import type { CandidateAgent } from '../../storage/routing.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { offerAll, type NewRinging } from './place.ts';

export interface ToOffer {
    readonly queue: Pick<Queue, 'id' | 'emailRingFor'>;
    /** Of one channel, under their locks. */
    readonly waiting: readonly Interaction[];
    /** Whoever seemed free when they were not locked yet. */
    readonly candidates: readonly CandidateAgent[];
    /** Those of them that are locked, as they are. */
    readonly agents: readonly AgentOnChannel[];
    /** Reserved numbers: no more offers are made. */
    readonly offerIds: readonly number[];
}

/** R1: what waits rings at the locked agents who are free, as the policy pairs them. Answers how many do. */
export async function offerWaiting(
    tx: Transaction,
    { queue, waiting, candidates, agents, offerIds }: ToOffer,
): Promise<number> {
    const byAgent = new Map(candidates.map((candidate) => [candidate.agentId, candidate]));
    const free = agents.filter((agent) => agent.enabled && presenceOf(agent) === 'available');
    const pairs = pairInteractions({
        waiting: waiting.map((i) => ({
            interactionId: i.id,
            priority: i.priority,
            queuedAt: i.queuedAt ?? i.createdAt,
            requiredSkills: i.requiredSkills,
            excludedAgents: i.declinedBy,
        })),
        agents: free.map((agent) => ({
            agentId: agent.id,
            membership: byAgent.get(agent.id)?.priority ?? 'low',
            freeSlots: agent.capacity - agent.load,
            idleSince: agent.idleSince,
            skills: agent.skills,
        })),
        // Under the lock there may be more slots than before it: they are for the next round.
    }).slice(0, offerIds.length);
    const interactions = new Map(waiting.map((i) => [i.id, i]));
    const availability = new Availability(candidates);
    const ringing = pairs.flatMap(({ interactionId, agentId }): NewRinging[] => {
        const i = interactions.get(interactionId);
        if (!i) return [];
        const { requiredSkills, declinedBy: excludedAgents } = i;
        const among = availability.take({ requiredSkills, excludedAgents }, agentId);
        const decision = { kind: 'offered_queue', agentId, queueId: queue.id, ...among } as const;
        return [{ i, agentId, toOriginal: false, decision }];
    });
    await offerAll(tx, queue, ringing, offerIds);
    return ringing.length;
}

const presenceOf = (agent: AgentOnChannel) =>
    derivePresence({
        chosen: agent.chosenStatus,
        connected: agent.connected,
        withinWorkingHours: agent.withinHours,
        load: agent.load,
        capacity: agent.capacity,
        blockedByCall: false,
    });
