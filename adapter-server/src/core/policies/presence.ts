/**
 * Vocabulary: "presence: Available 🟢, Busy 🟡, Unavailable 🔴 (paused; with the reason if one was
 * given), Logged Out 🔘. The agent chooses Available or Unavailable; Busy is derived per channel (its
 * capacity is used up; a call makes every channel busy, as set). Outside working hours counts as
 * Unavailable."
 */
import type { ChosenStatus, Presence } from '../vocabulary.ts';

export const PRESENCE_WORDS: Readonly<Record<Presence, string>> = {
    available: 'Available',
    busy: 'Busy',
    unavailable: 'Unavailable',
    logged_out: 'Logged Out',
};

export interface PresenceFacts {
    readonly chosen: ChosenStatus;
    /** A session is there, or its loss is within the grace of R5 (connectionGrace.ts). */
    readonly connected: boolean;
    readonly withinWorkingHours: boolean;
    /** Interactions of this channel at the agent, ringing ones included. */
    readonly load: number;
    readonly capacity: number;
    /** On a call, where the settings let a call make every channel busy. */
    readonly blockedByCall: boolean;
}

/** What others see of an agent on one channel. */
export function derivePresence(facts: PresenceFacts): Presence {
    if (facts.chosen === 'logged_out' || !facts.connected) return 'logged_out';
    if (facts.chosen === 'unavailable' || !facts.withinWorkingHours) return 'unavailable';
    return facts.blockedByCall || facts.load >= facts.capacity ? 'busy' : 'available';
}

/** An agent and one of their channels, as they are kept. */
export interface AgentState {
    readonly chosenStatus: ChosenStatus;
    readonly connected: boolean;
    readonly withinHours: boolean;
    readonly load: number;
    readonly capacity: number;
}

/** The same of what is kept of them; no call blocks the channel. */
export const presenceOf = (agent: AgentState): Presence =>
    derivePresence({
        chosen: agent.chosenStatus,
        connected: agent.connected,
        withinWorkingHours: agent.withinHours,
        load: agent.load,
        capacity: agent.capacity,
        blockedByCall: false,
    });
