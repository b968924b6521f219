import type { SessionState } from 'c/patchbaySession';
import { someDays } from './days';

/** What the field of the search suggests after `agent:`, `queue:`, `tag:` and the dates. */
export interface Names {
    readonly agents: readonly string[];
    readonly queues: readonly string[];
    readonly tags: readonly string[];
    readonly days: readonly { readonly date: string; readonly words: string }[];
}

export function namesFor(state: SessionState, tags: readonly string[], now: number): Names {
    const sorted = (names: readonly string[]): string[] => [...names].sort((a, b) => a.localeCompare(b));
    return {
        agents: sorted(state.presence.map(({ agent }) => agent.name)),
        queues: sorted(state.queues.map(({ queue }) => queue.name)),
        tags,
        days: someDays(now, state.me?.timeZone),
    };
}
