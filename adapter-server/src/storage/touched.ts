import { targetPhase } from '../core/policies/runningTargets.ts';
import { rememberWritten } from './interactionColumns.ts';
import type { Interaction } from './interactions.ts';
import type { Transaction } from './transaction.ts';

/** What of an interaction its service targets depend on (R9). */
export type Standing = Pick<
    Interaction,
    'status' | 'queueId' | 'priority' | 'waitingSince' | 'spam' | 'mergedInto'
>;

interface Touched {
    /** How each stood when this transaction first locked it. */
    readonly before: Map<number, Standing>;
    /** Made by this transaction. */
    readonly inserted: Set<number>;
    /** As each was last saved. */
    readonly saved: Map<number, Interaction>;
    /** Interactions in which an answer was written, taken back or moved. */
    readonly answered: Set<number>;
    /** Queues that are known to have no targets until this transaction ends. */
    readonly withoutTargets: Set<number>;
}
const touchedIn = new WeakMap<Transaction, Touched>();

function of(tx: Transaction): Touched {
    const known = touchedIn.get(tx);
    if (known) return known;
    const made = {
        before: new Map(),
        inserted: new Set(),
        saved: new Map(),
        answered: new Set(),
        withoutTargets: new Set(),
    } as Touched;
    touchedIn.set(tx, made);
    return made;
}

/** Every statement that locks interactions passes its rows through here. */
export function loadedIn(tx: Transaction, rows: readonly Interaction[]): Interaction[] {
    const { before, inserted } = of(tx);
    rows.forEach(rememberWritten);
    for (const { id, status, queueId, priority, waitingSince, spam, mergedInto } of rows)
        if (!before.has(id) && !inserted.has(id))
            before.set(id, { status, queueId, priority, waitingSince, spam, mergedInto });
    return [...rows];
}
export function insertedIn(tx: Transaction, i: Interaction): Interaction {
    of(tx).inserted.add(i.id);
    return i;
}
export const savedIn = (tx: Transaction, i: Interaction): unknown => of(tx).saved.set(i.id, i);
export const askAgainIn = (tx: Transaction, interactionId: number): unknown =>
    of(tx).answered.add(interactionId);
export const withoutTargetsIn = (tx: Transaction): Set<number> => of(tx).withoutTargets;

export interface Changed {
    readonly i: Interaction;
    /** Null where it was not there, or where whoever locked it did not say. */
    readonly before: Standing | null;
    readonly isNew: boolean;
}
/** Saved by this transaction, and otherwise than when it began. */
export function changedIn(tx: Transaction): Changed[] {
    const { before, inserted, saved, answered } = of(tx);
    return [...saved.values()]
        .map((i) => ({ i, before: before.get(i.id) ?? null, isNew: inserted.has(i.id) }))
        .filter(({ i, before: was }) => was === null || answered.has(i.id) || differs(i, was));
}
const differs = (now: Standing, was: Standing): boolean =>
    targetPhase(now) !== targetPhase(was) ||
    now.queueId !== was.queueId ||
    now.priority !== was.priority ||
    now.waitingSince !== was.waitingSince;
