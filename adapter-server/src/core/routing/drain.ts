/**
 * R1: "members at high, medium or low priority, skills … longest-idle agent first; first in, first out
 * among equals; never two agents on one interaction, never more than an agent's capacity". Design:
 * "Nothing unmatchable may starve what stands behind it."
 */
import type { Instant } from '../duration.ts';
import type { MembershipPriority } from '../vocabulary.ts';
import { BinaryHeap } from './binaryHeap.ts';

export interface WaitingInteraction {
    readonly interactionId: number;
    /** The larger the sooner. */
    readonly priority: number;
    /** Its place: unchanged when it is re-queued after a missed or declined offer. */
    readonly queuedAt: Instant;
    readonly requiredSkills: readonly string[];
    /** Agents who declined it in this queue turn. */
    readonly excludedAgents: readonly number[];
}

/** An agent who may be offered work of this queue now (presence.ts; the drain asks under the lock), each listed once. */
export interface IdleAgent {
    readonly agentId: number;
    readonly membership: MembershipPriority;
    readonly freeSlots: number;
    readonly idleSince: Instant;
    readonly skills: readonly string[];
}

export interface Pairing {
    readonly interactionId: number;
    readonly agentId: number;
}

const CLASS_ORDER: Readonly<Record<MembershipPriority, number>> = { high: 0, medium: 1, low: 2 };

/** An agent's place in line; it only ever moves back, when they are given something. */
interface Candidate {
    readonly agent: IdleAgent;
    readonly class: number;
    free: number;
    /** 0 before the first pairing, then the number of the latest: the back of the class. */
    turn: number;
}
/** A candidate as it stood when it was put in a line; out of date once its turn has changed. */
interface Place {
    readonly candidate: Candidate;
    readonly turn: number;
}

/**
 * Pairs what waits with who is free, in the order in which it is to be offered.
 *
 * Interactions that need the same skills share one line of agents, kept in order; a place that went
 * out of date is corrected when it comes to the front. So a line that has run dry costs nothing more
 * however many interactions wait for it, and what stands behind them gets its turn. With n waiting,
 * a agents and s different sets of skills: O(n log n + s·a log a), plus the exclusions met.
 */
export function pairInteractions(input: {
    readonly waiting: readonly WaitingInteraction[];
    readonly agents: readonly IdleAgent[];
}): Pairing[] {
    const candidates = input.agents
        .filter((agent) => agent.freeSlots > 0)
        .map((agent): Candidate => ({
            agent,
            class: CLASS_ORDER[agent.membership],
            free: agent.freeSlots,
            turn: 0,
        }));
    let slots = candidates.reduce((sum, candidate) => sum + candidate.free, 0);
    const lines = new Map<string, BinaryHeap<Place>>();
    const pairings: Pairing[] = [];

    for (const interaction of [...input.waiting].sort(compareWaiting)) {
        if (slots === 0) break;
        const line = lineFor(interaction.requiredSkills, lines, candidates);
        const chosen = takeFirst(line, interaction.excludedAgents);
        if (chosen === null) continue;
        slots -= 1;
        chosen.free -= 1;
        chosen.turn = pairings.push({
            interactionId: interaction.interactionId,
            agentId: chosen.agent.agentId,
        });
        if (chosen.free > 0) line.push({ candidate: chosen, turn: chosen.turn });
    }
    return pairings;
}

function compareWaiting(a: WaitingInteraction, b: WaitingInteraction): number {
    return b.priority - a.priority || a.queuedAt - b.queuedAt || a.interactionId - b.interactionId;
}

function comparePlaces(a: Place, b: Place): number {
    const [one, other] = [a.candidate, b.candidate];
    return (
        one.class - other.class ||
        a.turn - b.turn ||
        one.agent.idleSince - other.agent.idleSince ||
        one.agent.agentId - other.agent.agentId
    );
}

function lineFor(
    requiredSkills: readonly string[],
    lines: Map<string, BinaryHeap<Place>>,
    candidates: readonly Candidate[],
): BinaryHeap<Place> {
    const needed = new Set(requiredSkills);
    const key = JSON.stringify([...needed].sort());
    const known = lines.get(key);
    if (known) return known;
    const line = new BinaryHeap<Place>(comparePlaces);
    for (const candidate of candidates) {
        const suits = candidate.free > 0 && needed.isSubsetOf(new Set(candidate.agent.skills));
        if (suits) line.push({ candidate, turn: candidate.turn });
    }
    lines.set(key, line);
    return line;
}

/** Takes the first agent who is not excluded out of the line; those passed over keep their places. */
function takeFirst(line: BinaryHeap<Place>, excludedAgents: readonly number[]): Candidate | null {
    const excluded = new Set(excludedAgents);
    const passedOver: Place[] = [];
    let chosen: Candidate | null = null;
    for (let place = line.pop(); place !== undefined; place = line.pop()) {
        const { candidate, turn } = place;
        if (candidate.free === 0) continue;
        if (candidate.turn !== turn) {
            line.push({ candidate, turn: candidate.turn });
        } else if (excluded.has(candidate.agent.agentId)) {
            passedOver.push(place);
        } else {
            chosen = candidate;
            break;
        }
    }
    for (const place of passedOver) line.push(place);
    return chosen;
}
