import type { Channel } from '../../core/vocabulary.ts';
import { lockAgentsForRouting } from '../../storage/agents.ts';
import { settingsOfQueue } from '../../storage/centerSettings.ts';
import { isLockTimeout } from '../../storage/database.ts';
import { readLocked, type Interaction } from '../../storage/interactions.ts';
import { reserveOfferIds } from '../../storage/offers.ts';
import {
    candidateAgents,
    lineSkillSets,
    lockHeldFor,
    lockLineForDrain,
    lockLineHead,
    lockShortLine,
    SHORT_LINE,
    type CandidateAgent,
    type Waiting,
} from '../../storage/routing.ts';
import type { Store, Transaction } from '../../storage/transaction.ts';
import { offerWaiting, WRITTEN_TOGETHER, type ToOffer } from './offerWaiting.ts';
import { routeHeld } from './routeTransfer.ts';

/** How many interactions one transaction pairs: large enough to be fast, small enough to hold its locks for some 30 ms. */
const BATCH = 400;
/** Milliseconds that a drain waits for anybody's lock before it leaves out what is locked. */
const PATIENCE = 250;
/** Rounds in a row in which every agent was taken by others meanwhile, before the drain leaves it to the next wake-up. */
const MOST_IDLE_ROUNDS = 5;
/** Holds of one agent looked at in one transaction. */
const MOST_HOLDS = 500;

/**
 * Offers what waits in a queue to the agents who are free for it, until nothing matches. Any process may run it at
 * any time (R1): one at a time drains a line, agents are taken under their lock, and the database itself refuses a
 * second ringing offer or a load beyond the capacity.
 */
export async function drainQueue(store: Store, queueId: number, channel: Channel): Promise<number> {
    let total = 0;
    for (let idle = 0; idle < MOST_IDLE_ROUNDS;) {
        const round = await drainPatiently(store, queueId, channel);
        if (round === 'nothing matches') return total;
        total += round.offered;
        idle = round.offered === 0 ? idle + 1 : 0;
    }
    return total;
}

type Round = { offered: number } | 'nothing matches';

/**
 * The head of a line is waited for while somebody else has it locked, so that nobody overtakes it (R1) just because
 * its acknowledgement is being noted; but not for long, so that one slow transaction does not stop the line.
 */
async function drainPatiently(store: Store, queueId: number, channel: Channel): Promise<Round> {
    const drain = (locked: 'wait' | 'skip'): Promise<Round> =>
        store.transaction('drainQueue', (tx) => drainOnce(tx, queueId, channel, locked));
    try {
        return await drain('wait');
    } catch (error) {
        if (!isLockTimeout(error)) throw error;
        return drain('skip');
    }
}

async function drainOnce(
    tx: Transaction,
    queueId: number,
    channel: Channel,
    locked: 'wait' | 'skip',
): Promise<Round> {
    // In one flight, and each read after the lock was got: whoever drained before has changed what they read.
    const [, queue, candidates, shortLine] = await Promise.all([
        lockLineForDrain(tx, queueId, channel, locked === 'wait' ? PATIENCE : 0),
        settingsOfQueue(tx, queueId),
        candidateAgents(tx, queueId, channel),
        lockShortLine(tx, queueId, channel, locked),
    ]);
    const [anyone] = candidates;
    if (!queue.isOpen || !anyone) return 'nothing matches';
    const isShort = anyone.lineLength <= SHORT_LINE;
    const waiting = isShort ? shortLine : await lockMatchable(tx, { queueId, channel, candidates, locked });
    if (waiting.length === 0) return 'nothing matches';

    const atFirst = waiting.slice(0, WRITTEN_TOGETHER).map(({ id }) => id);
    const [agents, offerIds, known] = await Promise.all([
        lockAgentsForRouting(tx, shortlist(waiting, candidates), channel),
        reserveOfferIds(tx, Math.min(waiting.length, slotsOf(candidates))),
        isShort ? shortLine : readLocked(tx, atFirst),
    ]);
    const offering = { queue, channel, waiting, candidates, agents, offerIds };
    return { offered: await offerWaiting(tx, { ...offering, whole: reading(tx, known) }) };
}

/** What is not known yet is read; it is locked. */
function reading(tx: Transaction, known: readonly Interaction[]): ToOffer['whole'] {
    const byId = new Map(known.map((i) => [i.id, i]));
    return async (ids) => {
        const missing = ids.filter((id) => !byId.has(id));
        for (const i of missing.length > 0 ? await readLocked(tx, missing) : []) byId.set(i.id, i);
        return byId;
    };
}

/** Enough of the able agents, in their order, for each that waits to find one; not the whole queue's members. */
function shortlist(waiting: readonly Waiting[], candidates: readonly CandidateAgent[]): number[] {
    const chosen = new Set<number>();
    const bySkills = Map.groupBy(waiting, (i) => JSON.stringify(i.requiredSkills));
    for (const alike of bySkills.values()) {
        const skills = alike[0]?.requiredSkills ?? [];
        const declined = Math.max(...alike.map((i) => i.declinedBy.length));
        const able = candidates.filter((agent) => skills.every((skill) => agent.skills.includes(skill)));
        for (const agent of able.slice(0, alike.length + declined)) chosen.add(agent.agentId);
    }
    return [...chosen];
}

interface Line {
    readonly queueId: number;
    readonly channel: Channel;
    readonly candidates: readonly CandidateAgent[];
    readonly locked: 'wait' | 'skip';
}

/**
 * The heads of the line per skill set, leaving out what no candidate may take: a thousand interactions that nobody
 * present can do must not hide the one behind them.
 */
async function lockMatchable(
    tx: Transaction,
    { queueId, channel, candidates, locked }: Line,
): Promise<Waiting[]> {
    const found: Waiting[] = [];
    for (const skills of await lineSkillSets(tx, queueId, channel)) {
        const able = candidates.filter((agent) => skills.every((skill) => agent.skills.includes(skill)));
        if (able.length === 0) continue;
        const most = Math.min(BATCH, slotsOf(able));
        const ids = able.map(({ agentId }) => agentId);
        found.push(...(await lockLineHead(tx, queueId, channel, skills, ids, { most, locked })));
    }
    return found
        .sort((a, b) => b.priority - a.priority || (a.queuedAt ?? 0) - (b.queuedAt ?? 0) || a.id - b.id)
        .slice(0, BATCH);
}

/** No more of a line is read than these could take: what is left over keeps its lock from nobody. */
const slotsOf = (agents: readonly CandidateAgent[]): number =>
    agents.reduce((sum, { freeSlots }) => sum + freeSlots, 0);

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
                await routeHeld(tx, i);
                if (`${i.routingState}:${i.holdReason}` !== before) changed += 1;
            }
            return held.length === MOST_HOLDS ? changed : 0;
        });
        if (handled === 0) return;
    }
}
