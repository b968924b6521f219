import { derivePresence } from '../../core/policies/presence.ts';
import { pairInteractions } from '../../core/routing/drain.ts';
import type { Channel } from '../../core/vocabulary.ts';
import { lockAgentsForRouting, type AgentOnChannel } from '../../storage/agents.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { readQueue } from '../../storage/queues.ts';
import {
    candidateAgents,
    lineSkillSets,
    lockHeldFor,
    lockLineHead,
    type CandidateAgent,
} from '../../storage/routing.ts';
import type { Store, Transaction } from '../../storage/transaction.ts';
import { offerTo } from './place.ts';
import { routeReply } from './routeReply.ts';

/** How many interactions one transaction pairs: large enough to be fast, small enough to hold locks briefly. */
const BATCH = 50;
/** Holds of one agent looked at in one transaction. */
const MOST_HOLDS = 500;

/**
 * Offers what waits in a queue to the agents who are free for it, until nothing matches. Any process may run it at
 * any time (R1): interactions are taken with SKIP LOCKED, agents under their lock, and the database itself refuses a
 * second ringing offer or a load beyond the capacity.
 */
export async function drainQueue(store: Store, queueId: number, channel: Channel): Promise<number> {
    for (let total = 0; ;) {
        const offered = await store.transaction('drainQueue', (tx) => drainOnce(tx, queueId, channel));
        total += offered;
        if (offered < BATCH) return total;
    }
}

async function drainOnce(tx: Transaction, queueId: number, channel: Channel): Promise<number> {
    const queue = await readQueue(tx, queueId);
    if (!queue.isOpen) return 0;
    const skillSets = await lineSkillSets(tx, queueId, channel);
    if (skillSets.length === 0) return 0;
    const candidates = await candidateAgents(tx, queueId, channel);
    if (candidates.length === 0) return 0;
    const waiting = await lockMatchable(tx, queueId, channel, skillSets, candidates);
    if (waiting.length === 0) return 0;

    const byAgent = new Map(candidates.map((candidate) => [candidate.agentId, candidate]));
    const locked = await lockAgentsForRouting(tx, [...byAgent.keys()], channel);
    const free = locked.filter((agent) => agent.enabled && presenceOf(agent) === 'available');
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
    const interactions = new Map(waiting.map((i) => [i.id, i]));
    for (const { interactionId, agentId } of pairs) {
        const i = interactions.get(interactionId);
        if (!i) continue;
        await offerTo(tx, i, queue, {
            agentId,
            toOriginal: false,
            decision: { kind: 'offered_queue', agentId, queueId, available: free.length },
        });
    }
    return pairs.length;
}

/**
 * The heads of the line per skill set, leaving out what no candidate may take: a thousand interactions that nobody
 * present can do must not hide the one behind them.
 */
async function lockMatchable(
    tx: Transaction,
    queueId: number,
    channel: Channel,
    skillSets: readonly (readonly string[])[],
    candidates: readonly CandidateAgent[],
): Promise<Interaction[]> {
    const found: Interaction[] = [];
    for (const skills of skillSets) {
        const able = candidates.filter((agent) => skills.every((skill) => agent.skills.includes(skill)));
        if (able.length === 0) continue;
        const ids = able.map((agent) => agent.agentId);
        found.push(...(await lockLineHead(tx, queueId, channel, skills, ids, BATCH)));
    }
    return found
        .sort((a, b) => b.priority - a.priority || (a.queuedAt ?? 0) - (b.queuedAt ?? 0) || a.id - b.id)
        .slice(0, BATCH);
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

/**
 * What is held for one agent, oldest reply first: offered while they have free slots, and explained anew where their
 * state changed ("who is Busy" → "who is Unavailable").
 */
export async function drainHolds(store: Store, agentId: number, channel: Channel): Promise<void> {
    for (;;) {
        const handled = await store.transaction('drainHolds', async (tx) => {
            const held = await lockHeldFor(tx, agentId, channel, MOST_HOLDS);
            let changed = 0;
            for (const i of held) {
                const before = `${i.routingState}:${i.holdReason}`;
                await routeReply(tx, i);
                if (`${i.routingState}:${i.holdReason}` !== before) changed += 1;
            }
            return held.length === MOST_HOLDS ? changed : 0;
        });
        if (handled === 0) return;
    }
}
