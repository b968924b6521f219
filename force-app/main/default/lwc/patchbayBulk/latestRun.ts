import { getSession } from 'c/patchbaySession';
import { BulkRun, type BulkItem, type Job, type KeptRun, type RunPort } from './bulkRun';

/**
 * The run outlives the bar that began it: in one column the list goes while an interaction is read, and what was begun
 * goes on and is reported where the list is back. It is kept by this tab as well, so that a reload loses neither the
 * report nor what was on its way.
 */
let latest: { readonly agentId: number; readonly run: BulkRun } | null = null;

const KEY = 'patchbay.bulk';
interface Kept {
    readonly agentId: number;
    readonly run: KeptRun;
}

const named = ({ id, number, customer, routing }: BulkItem): BulkItem => ({ id, number, customer, routing });

/** The report needs no more of an interaction, and a tab keeps five megabytes. */
const lean = (run: KeptRun): KeptRun => ({
    ...run,
    done: run.done.map(named),
    refused: run.refused.map((one) => ({ ...one, item: named(one.item) })),
    jobs: run.jobs.map((job) => ({ ...job, item: named(job.item) })),
});

function write(kept: Kept): void {
    try {
        window.sessionStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
        // Storage is full or forbidden: the run goes on, and is reported as long as the page is there.
    }
}

function read(): Kept | null {
    try {
        const kept = JSON.parse(window.sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
        return Array.isArray(kept?.run?.jobs) && Array.isArray(kept.run.done) ? kept : null;
    } catch {
        return null;
    }
}

const portFor = (agentId: number): RunPort => ({
    give: ({ name, args }, id) => getSession().command(name, args, id),
    newId: () => crypto.randomUUID(),
    keep: (run) => write({ agentId, run: lean(run) }),
});

export function beginRun(agentId: number, title: string, jobs: readonly Job[]): BulkRun {
    const run = BulkRun.of(title, jobs, portFor(agentId));
    latest = { agentId, run };
    return run;
}

/** Null where there is none, or it was another agent's of this page. */
export function runOf(agentId: number): { run: BulkRun; wasReloaded: boolean } | null {
    if (latest) return latest.agentId === agentId ? { run: latest.run, wasReloaded: false } : null;
    const kept = read();
    if (kept?.agentId !== agentId) return null;
    const run = new BulkRun(kept.run, portFor(agentId));
    latest = { agentId, run };
    return { run, wasReloaded: true };
}

export function forgetRun(): void {
    latest = null;
    try {
        window.sessionStorage.removeItem(KEY);
    } catch {
        // Storage is forbidden: nothing was kept.
    }
}
