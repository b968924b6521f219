import type { Instant } from '../core/duration.ts';
import { seconds } from '../core/duration.ts';
import { dueTimers, nextTimerAt, postponeTimer, type Timer } from '../storage/timers.ts';
import type { Store } from '../storage/transaction.ts';
import { fireTimer } from './fireTimer.ts';

const AT_ONCE = 100;
/** So that those due in one moment do not wait for each other; two processes fire side by side as well. */
const SIDE_BY_SIDE = 4;
const POSTPONED = seconds(10);

export interface TimerRun {
    readonly fired: number;
    /** Fewer were due than one run takes: nothing else is. */
    readonly exhausted: boolean;
    /** When the next one is due; null where there is none. */
    readonly nextAt: Instant | null;
    /** The longest delay of one that was fired, in milliseconds. */
    readonly lateness: number;
}

/** Fires what is due, each in its own transaction; one that fails is told about and tried again by the next run. */
export async function runDueTimers(store: Store, onError: (error: unknown) => void): Promise<TimerRun> {
    const reader = { run: store.read.bind(store) };
    const now = store.clock.now();
    const due = await dueTimers(reader, now, AT_ONCE);
    let fired = 0;
    const left = due.values();
    const fireNext = async (): Promise<void> => {
        for (const timer of left) {
            try {
                await fireTimer(store, timer);
                fired += 1;
            } catch (error) {
                onError(error);
                await postpone(store, timer).catch(onError);
            }
        }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, fireNext));
    const lateness = due.reduce((most, timer) => Math.max(most, now - timer.dueAt), 0);
    return { fired, exhausted: due.length < AT_ONCE, nextAt: await nextTimerAt(reader), lateness };
}

/** One that cannot be fired must not keep the others waiting, nor be tried every millisecond. */
const postpone = (store: Store, timer: Timer): Promise<void> =>
    store.transaction('postponeTimer', async (tx) => {
        await postponeTimer(tx, timer, tx.now + POSTPONED);
    });
