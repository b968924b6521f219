import { fill } from 'c/patchbayFormat';
import type { InteractionSummary, QueryResult } from 'c/patchbayProtocol';
import { labels } from './labels';

export type QueueChoices = QueryResult<'listQueueChoices'>['items'][number];

/** One label for all: each queue has an outcome of its own by that name, or the organization has one for every queue. */
export interface SharedOutcome {
    /** For the panel; no id of the server's. */
    readonly id: number;
    readonly name: string;
    /** With for how many of the selected it is, where not for all. */
    readonly label: string;
    readonly byQueue: ReadonlyMap<number, number>;
}

/** Those that fit most of the selected first. */
export function sharedOutcomes(
    items: readonly InteractionSummary[],
    choices: readonly QueueChoices[],
): SharedOutcome[] {
    const found = new Map<string, { name: string; byQueue: Map<number, number>; count: number }>();
    for (const { queue, dispositions } of choices) {
        const inQueue = items.filter((item) => item.queue.id === queue.id).length;
        if (inQueue === 0) continue;
        const seen = new Set<string>();
        for (const { id, label } of dispositions) {
            const key = label.toLowerCase();
            // Its own stands before the organization's of the same name.
            if (seen.has(key)) continue;
            seen.add(key);
            const outcome = found.get(key) ?? { name: label, byQueue: new Map(), count: 0 };
            outcome.byQueue.set(queue.id, id);
            outcome.count += inQueue;
            found.set(key, outcome);
        }
    }
    return [...found.values()]
        .sort((a, b) => b.count - a.count)
        .map(({ name, byQueue, count }, n) => ({
            id: n + 1,
            name,
            byQueue,
            label: count === items.length ? name : fill(labels.outcomeFor, name, count, items.length),
        }));
}

/** One queue that wants a note is enough. */
export const noteSettingFor = (
    items: readonly InteractionSummary[],
    choices: readonly QueueChoices[],
): 'required' | 'optional' => {
    const queues = new Set(items.map((item) => item.queue.id));
    const theirs = choices.filter(({ queue }) => queues.has(queue.id));
    return theirs.every(({ transferNote }) => transferNote === 'optional') ? 'optional' : 'required';
};
