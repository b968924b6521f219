import type { Duration } from '../core/duration.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const move = statement('clock_move', `update clock_offset set ahead_by = ahead_by + $1`);

/** PATCHBAY_TEST_CLOCK only: every process samples the clock again when it hears of it. */
export async function moveClock(tx: Transaction, by: Duration): Promise<void> {
    await tx.run(move, [by]);
    tx.signals.clockMoved = true;
    tx.signals.timers = true;
    // Pages learn the time from the snapshots.
    tx.signals.counters = true;
}
