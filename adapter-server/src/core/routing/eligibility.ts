/**
 * R2: "Automatic offers and direct calls reach an agent only inside their working hours … and while
 * Available." R1: members, skills, "never more than an agent's capacity". Manual assignment is not
 * asked here (policies/manualOverride.ts).
 */
import type { Instant } from '../duration.ts';
import { isOpen } from '../schedule.ts';
import type { Schedule } from '../schedule.ts';
import type { ChosenStatus } from '../vocabulary.ts';

export interface AgentForOffer {
    readonly agentId: number;
    readonly enabled: boolean;
    readonly queueIds: readonly number[];
    readonly chosen: ChosenStatus;
    /** A session is there, or its loss is within the grace of R5. */
    readonly connected: boolean;
    /** null: no hours set, so at any time. */
    readonly workingHours: Schedule | null;
    /** On the interaction's channel. */
    readonly load: number;
    readonly capacity: number;
    readonly blockedByCall: boolean;
    readonly skills: readonly string[];
}

export interface InteractionForOffer {
    readonly queueId: number;
    readonly requiredSkills: readonly string[];
    /** Agents who declined it in this queue turn (policies/declinedOffer.ts). */
    readonly excludedAgents: readonly number[];
}

export type Ineligibility =
    | 'disabled'
    | 'not_in_queue'
    | 'not_connected'
    | 'not_available'
    | 'outside_hours'
    | 'on_a_call'
    | 'no_capacity'
    | 'missing_skill'
    | 'declined';

/** Whether a queue may offer the interaction to the agent now. */
export function isEligible(agent: AgentForOffer, interaction: InteractionForOffer, now: Instant): boolean {
    return whyNotEligible(agent, interaction, now) === null;
}

/** The first thing that stands in the way, the most lasting first; null where nothing does. */
export function whyNotEligible(
    agent: AgentForOffer,
    interaction: InteractionForOffer,
    now: Instant,
): Ineligibility | null {
    if (!agent.enabled) return 'disabled';
    if (!agent.queueIds.includes(interaction.queueId)) return 'not_in_queue';
    if (!interaction.requiredSkills.every((skill) => agent.skills.includes(skill))) return 'missing_skill';
    if (!agent.connected || agent.chosen === 'logged_out') return 'not_connected';
    if (agent.chosen !== 'available') return 'not_available';
    if (agent.workingHours !== null && !isOpen(agent.workingHours, now)) return 'outside_hours';
    if (interaction.excludedAgents.includes(agent.agentId)) return 'declined';
    if (agent.blockedByCall) return 'on_a_call';
    return agent.load >= agent.capacity ? 'no_capacity' : null;
}
