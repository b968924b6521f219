import { presenceOf } from '../../core/policies/presence.ts';
import { Availability } from '../../core/routing/availability.ts';
import { pairInteractions } from '../../core/routing/drain.ts';
import type { Channel } from '../../core/vocabulary.ts';
import { addLoadsOf, type AgentOnChannel } from '../../storage/agents.ts';
import type { Interaction } from '../../storage/interactions.ts';
import type { Queue } from '../../storage/queues.ts';
import type { CandidateAgent, Waiting } from '../../storage/routing.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { ringAll, type NewRinging } from './place.ts';

/** So many are written while the next ones are read. */
export const WRITTEN_TOGETHER = 50;

export interface ToOffer {
    readonly queue: Pick<Queue, 'id' | 'emailRingFor'>;
    readonly channel: Channel;
    /** Under their locks. */
    readonly waiting: readonly Waiting[];
    /** Reads these of them whole, by id. */
    readonly whole: (ids: readonly number[]) => Promise<ReadonlyMap<number, Interaction>>;
    /** Whoever seemed free when they were not locked yet. */
    readonly candidates: readonly CandidateAgent[];
    /** Those of them that are locked, as they are. */
    readonly agents: readonly AgentOnChannel[];
    /** Reserved numbers: no more offers are made. */
    readonly offerIds: readonly number[];
}

/** R1: what waits rings at the locked agents who are free, as the policy pairs them. Answers how many do. */
export async function offerWaiting(tx: Transaction, offering: ToOffer): Promise<number> {
    const { queue, channel, offerIds, whole } = offering;
    // Under the lock there may be more slots than before it: they are for the next round.
    const pairs = pairUp(offering).slice(0, offerIds.length);
    if (pairs.length === 0) return 0;
    await addLoadsOf(
        tx,
        pairs.map(({ agentId }) => agentId),
        channel,
    );
    const read = (from: number): Promise<ReadonlyMap<number, Interaction>> => {
        const some = whole(pairs.slice(from, from + WRITTEN_TOGETHER).map(({ waiting }) => waiting.id));
        // Whoever waits for it hears of it.
        some.catch(() => undefined);
        return some;
    };
    const decide = deciding(offering);
    let next = read(0);
    for (let from = 0; from < pairs.length; from += WRITTEN_TOGETHER) {
        const interactions = await next;
        const to = from + WRITTEN_TOGETHER;
        // Asked for before these are written, so that it is here while the database is still writing.
        if (to < pairs.length) next = read(to);
        const ringing = pairs.slice(from, to).map(({ waiting, agentId }): NewRinging => {
            const i = interactions.get(waiting.id);
            if (!i) throw new Error(`interaction ${waiting.id} is locked and not there`);
            return { i, agentId, toOriginal: false, decision: decide(waiting, agentId) };
        });
        await ringAll(tx, queue, ringing, offerIds.slice(from, to));
        if (to < pairs.length) await tx.sendAhead();
    }
    return pairs.length;
}

interface Pair {
    readonly waiting: Waiting;
    readonly agentId: number;
}

function pairUp({ waiting, candidates, agents }: ToOffer): Pair[] {
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
    });
    const byId = new Map(waiting.map((i) => [i.id, i]));
    return pairs.flatMap(({ interactionId, agentId }) => {
        const i = byId.get(interactionId);
        return i ? [{ waiting: i, agentId }] : [];
    });
}

/** Called in the order in which they are given out: each says among how many its agent was chosen. */
function deciding({ queue, candidates }: ToOffer): (i: Waiting, agentId: number) => NewRinging['decision'] {
    const availability = new Availability(candidates);
    return ({ requiredSkills, declinedBy: excludedAgents }, agentId) => ({
        kind: 'offered_queue',
        agentId,
        queueId: queue.id,
        ...availability.take({ requiredSkills, excludedAgents }, agentId),
    });
}
