/**
 * R9: targets are counted "in opening hours". A clock starts with the customer's message, stands still while it is
 * stopped, and counts the queue's opening time in between, exact over nights, holidays and daylight-saving changes.
 */
import type { Duration, Instant } from '../duration.ts';
import { addOpenTime, openTimeBetween, type Schedule } from '../schedule.ts';

/** Stopped from, and until. */
export type Stop = readonly [from: Instant, until: Instant];

export interface TargetClock {
    readonly startedAt: Instant;
    /** In order, none of them open. */
    readonly stops: readonly Stop[];
    /** Stopped now; null while it runs. */
    readonly stoppedAt: Instant | null;
}

/**
 * When `length` of opening time has gone by on this clock. Null where it stands still before that, or where the queue
 * does not open for that long within 400 days.
 */
export function momentOn(schedule: Schedule, clock: TargetClock, length: Duration): Instant | null {
    let left = length;
    let from = clock.startedAt;
    for (const [stop, until] of clock.stops) {
        const open = openTimeBetween(schedule, from, stop);
        if (open >= left) return addOpenTime(schedule, from, left);
        left -= open;
        from = Math.max(from, until);
    }
    const { stoppedAt } = clock;
    if (stoppedAt !== null && openTimeBetween(schedule, from, stoppedAt) < left) return null;
    return addOpenTime(schedule, from, left);
}

/** Runs on from there; a stop of no length is none. */
export const resumed = <C extends TargetClock>(clock: C, at: Instant): C =>
    clock.stoppedAt === null
        ? clock
        : {
              ...clock,
              stops: at > clock.stoppedAt ? [...clock.stops, [clock.stoppedAt, at]] : clock.stops,
              stoppedAt: null,
          };

export const stopped = <C extends TargetClock>(clock: C, at: Instant): C => ({
    ...clock,
    stoppedAt: clock.stoppedAt ?? at,
});
