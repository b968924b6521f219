import type { SessionState } from 'c/patchbaySession';
import { someDays } from './days';

/** What the field of the search suggests after `agent:`, `queue:` and the dates. */
export interface Names {
    readonly agents: readonly string[];
    readonly queues: readonly string[];
    readonly days: readonly { readonly date: string; readonly words: string }[];
}

export function namesFor(state: SessionState, now: number): Names {
    const sorted = (names: readonly string[]): string[] => [...names].sort((a, b) => a.localeCompare(b));
    return {
        agents: sorted(state.presence.map(({ agent }) => agent.name)),
        queues: sorted(state.queues.map(({ queue }) => queue.name)),
        days: someDays(now, state.me?.timeZone),
    };
}
