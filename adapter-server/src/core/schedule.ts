import { days } from './duration.ts';
import type { Duration, Instant } from './duration.ts';
import { firstInstantOf, parseDate, parseTimeOfDay, utcDayOf, weekdayIndex } from './localTime.ts';
import type { DayNumber, MinuteOfDay } from './localTime.ts';
import { WEEKDAYS } from './weeklyHours.ts';
import type { Schedule, TimeRange } from './weeklyHours.ts';

export { checkSchedule } from './checkSchedule.ts';
export { ALWAYS_OPEN, WEEKDAYS } from './weeklyHours.ts';
export type { Schedule, ScheduleException, TimeRange, Weekday } from './weeklyHours.ts';

/** How far ahead a change of state is looked for. */
const HORIZON_DAYS = 400;

type MinuteRange = readonly [from: MinuteOfDay, to: MinuteOfDay];
type OpenSpan = readonly [start: Instant, end: Instant];

interface Compiled {
    readonly week: readonly (readonly MinuteRange[])[];
    readonly exceptions: ReadonlyMap<DayNumber, readonly MinuteRange[]>;
}

const compiledSchedules = new WeakMap<Schedule, Compiled>();

/** Whether the schedule is open at this instant. Throws RangeError for an unknown zone. */
export function isOpen(schedule: Schedule, at: Instant): boolean {
    const compiled = compile(schedule);
    const today = utcDayOf(at);
    for (let day = today - 1; day <= today + 1; day += 1) {
        for (const [start, end] of spansOf(schedule.timeZone, compiled, day)) {
            if (at >= start && at < end) return true;
        }
    }
    return false;
}

/** The next instant after `at` at which isOpen changes; null if it does not within 400 days. */
export function nextBoundary(schedule: Schedule, at: Instant): Instant | null {
    const horizon = at + days(HORIZON_DAYS);
    let openUntil: Instant | null = null;
    for (const [start, end] of openSpans(schedule, at)) {
        if (openUntil === null) {
            if (start > at) return start > horizon ? null : start;
            openUntil = end;
        } else if (start > openUntil) {
            return openUntil;
        } else {
            openUntil = Math.max(openUntil, end);
        }
    }
    return openUntil === null || openUntil > horizon ? null : openUntil;
}

/**
 * The earliest instant at which `length` of open time has passed since `from`; `from` itself for a
 * length of nothing; null if that much open time does not come within 400 days.
 */
export function addOpenTime(schedule: Schedule, from: Instant, length: Duration): Instant | null {
    if (length <= 0) return from;
    let left = length;
    let counted = from;
    for (const [start, end] of openSpans(schedule, from)) {
        const begin = Math.max(start, counted);
        if (end - begin >= left) return begin + left;
        if (end > begin) {
            left -= end - begin;
            counted = end;
        }
    }
    return null;
}

/** How much open time lies between the two; nothing where they are the wrong way round. */
export function openTimeBetween(schedule: Schedule, from: Instant, to: Instant): Duration {
    let open = 0;
    let counted = from;
    for (const [start, end] of openSpans(schedule, from, utcDayOf(to) + 1)) {
        const [begin, until] = [Math.max(start, counted), Math.min(end, to)];
        if (until <= begin) continue;
        open += until - begin;
        counted = until;
    }
    return open;
}

/** Open spans that end after `from`, in order, up to the horizon. Neighbours may touch at midnight. */
function* openSpans(
    schedule: Schedule,
    from: Instant,
    last: DayNumber = utcDayOf(from) + HORIZON_DAYS + 1,
): Generator<OpenSpan> {
    const compiled = compile(schedule);
    for (let day = utcDayOf(from) - 1; day <= last; day += 1) {
        for (const span of spansOf(schedule.timeZone, compiled, day)) if (span[1] > from) yield span;
    }
}

/**
 * The ranges of one local date as instants. A range that daylight saving swallowed whole yields none;
 * one that spans a change is as much shorter or longer as the clock was moved, and never splits.
 */
function spansOf(timeZone: string, compiled: Compiled, day: DayNumber): OpenSpan[] {
    const ranges = compiled.exceptions.get(day) ?? compiled.week[weekdayIndex(day)] ?? [];
    const spans: OpenSpan[] = [];
    for (const [from, to] of ranges) {
        const start = firstInstantOf(timeZone, day, from);
        const end = firstInstantOf(timeZone, day, to);
        if (end > start) spans.push([start, end]);
    }
    return spans;
}

function compile(schedule: Schedule): Compiled {
    const known = compiledSchedules.get(schedule);
    if (known) return known;
    const exceptions = new Map<DayNumber, readonly MinuteRange[]>();
    for (const exception of schedule.exceptions) {
        const day = parseDate(exception.date);
        if (day === null) throw new RangeError(`Not a date: ${exception.date}`);
        exceptions.set(day, toMinutes(exception.ranges));
    }
    const compiled = { week: WEEKDAYS.map((weekday) => toMinutes(schedule.weekly[weekday])), exceptions };
    compiledSchedules.set(schedule, compiled);
    return compiled;
}

function toMinutes(ranges: readonly TimeRange[]): MinuteRange[] {
    return ranges
        .map(({ from, to }): MinuteRange => {
            const [start, end] = [parseTimeOfDay(from), parseTimeOfDay(to)];
            if (start === null || end === null) throw new RangeError(`Not a time range: ${from} to ${to}`);
            return [start, end];
        })
        .sort((a, b) => a[0] - b[0]);
}
