/** R3: what the sentence says of an offer out of a queue: among how many its agent was chosen. */
import type { MembershipPriority } from '../vocabulary.ts';

export interface AvailableAgent {
    readonly agentId: number;
    readonly priority: MembershipPriority;
    readonly freeSlots: number;
    readonly skills: readonly string[];
}

/** Who could have had an interaction, whoever got it included. */
export interface Competition {
    readonly available: number;
    /** How many of these are members of the queue at the priority of whoever got it; absent where all are. */
    readonly among?: { readonly priority: MembershipPriority; readonly count: number };
}

type Counts = Record<MembershipPriority, number>;
/** The agents with a free slot of one set of required skills. */
interface Able {
    readonly agents: Set<number>;
    readonly counts: Counts;
}

/** Follows who is left while interactions are given out one after the other, each in constant time. */
export class Availability {
    readonly #agents: ReadonlyMap<number, AvailableAgent>;
    readonly #free: Map<number, number>;
    readonly #able = new Map<string, Able>();

    constructor(agents: readonly AvailableAgent[]) {
        this.#agents = new Map(agents.map((agent) => [agent.agentId, agent]));
        this.#free = new Map(agents.map(({ agentId, freeSlots }) => [agentId, freeSlots]));
    }

    /** Gives one to this agent, and says among whom they were. */
    take(
        interaction: {
            readonly requiredSkills: readonly string[];
            readonly excludedAgents: readonly number[];
        },
        agentId: number,
    ): Competition {
        const able = this.#ableTo(interaction.requiredSkills);
        const counts = { ...able.counts };
        for (const excluded of new Set(interaction.excludedAgents))
            if (able.agents.has(excluded)) counts[this.#priorityOf(excluded)] -= 1;
        const available = Math.max(1, counts.high + counts.medium + counts.low);
        const priority = this.#priorityOf(agentId);
        const count = Math.max(1, counts[priority]);
        this.#takeSlot(agentId);
        return count === available ? { available } : { available, among: { priority, count } };
    }

    #priorityOf(agentId: number): MembershipPriority {
        return this.#agents.get(agentId)?.priority ?? 'low';
    }

    #ableTo(skills: readonly string[]): Able {
        const key = JSON.stringify([...new Set(skills)].sort());
        const known = this.#able.get(key);
        if (known) return known;
        const able: Able = { agents: new Set(), counts: { high: 0, medium: 0, low: 0 } };
        for (const agent of this.#agents.values()) {
            if ((this.#free.get(agent.agentId) ?? 0) <= 0) continue;
            if (!skills.every((skill) => agent.skills.includes(skill))) continue;
            able.agents.add(agent.agentId);
            able.counts[agent.priority] += 1;
        }
        this.#able.set(key, able);
        return able;
    }

    #takeSlot(agentId: number): void {
        const left = (this.#free.get(agentId) ?? 0) - 1;
        this.#free.set(agentId, left);
        if (left > 0) return;
        for (const { agents, counts } of this.#able.values())
            if (agents.delete(agentId)) counts[this.#priorityOf(agentId)] -= 1;
    }
}
