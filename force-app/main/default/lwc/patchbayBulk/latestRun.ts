import type { BulkRun } from './bulkRun';

/**
 * The run outlives the bar that began it: in one column the list goes while an interaction is read, and what was begun
 * goes on and is reported where the list is back.
 */
let latest: { readonly agentId: number | null; readonly run: BulkRun } | null = null;

export const rememberRun = (agentId: number | null, run: BulkRun): void => {
    latest = { agentId, run };
};
/** Null where there is none, or it was another agent's of this page. */
export const runOf = (agentId: number | null): BulkRun | null =>
    latest !== null && latest.agentId === agentId ? latest.run : null;
export const forgetRun = (): void => {
    latest = null;
};
