import { Temporal } from 'temporal-polyfill';
import { days } from './duration.ts';
import type { Instant } from './duration.ts';

/** A calendar date as the number of days since 1970-01-01, in whatever zone the schedule lives in. */
export type DayNumber = number;
/** Minutes since local midnight, 0 to 1440 (24:00). */
export type MinuteOfDay = number;

const EPOCH_DATE = Temporal.PlainDate.from('1970-01-01');
const REMEMBERED_PER_ZONE = 20_000;
/** Zone work is the slow part of a schedule (about 10 µs an instant), so every answer is remembered. */
const remembered = new Map<string, Map<number, Instant>>();

/** The UTC date of an instant; the local date of any zone is this one or a neighbour. */
export const utcDayOf = (at: Instant): DayNumber => Math.floor(at / days(1));

/** 0 = Monday … 6 = Sunday; 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

/** Reads YYYY-MM-DD; null where no such date exists. */
export function parseDate(text: string): DayNumber | null {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
    try {
        return EPOCH_DATE.until(Temporal.PlainDate.from(text, { overflow: 'reject' }), { largestUnit: 'day' })
            .days;
    } catch {
        return null;
    }
}

/** Reads HH:MM from 00:00 to 24:00; null for anything else. */
export function parseTimeOfDay(text: string): MinuteOfDay | null {
    const found = /^(\d{2}):(\d{2})$/.exec(text);
    if (!found) return null;
    const minute = Number(found[1]) * 60 + Number(found[2]);
    return Number(found[2]) < 60 && minute <= 1440 ? minute : null;
}

/** Whether the name is an IANA zone; offsets such as +02:00 are not, since they know no summer time. */
export function isTimeZone(name: string): boolean {
    if (!/^[A-Za-z]/.test(name)) return false;
    try {
        Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
        return true;
    } catch {
        return false;
    }
}

/**
 * The first instant at which the clock on the wall has reached this time of this date.
 *
 * A time skipped in spring is reached when the clock jumps over it (02:30 becomes the instant of
 * 03:00); a time repeated in autumn is reached the first time round; 24:00 is the start of the next
 * date, however long the day was; a date that a zone skipped is reached and over at the jump.
 * Throws RangeError for an unknown zone.
 */
export function firstInstantOf(timeZone: string, day: DayNumber, minute: MinuteOfDay): Instant {
    const key = day * 1440 + minute;
    let ofZone = remembered.get(timeZone);
    const known = ofZone?.get(key);
    if (known !== undefined) return known;
    const found = resolve(timeZone, key);
    if (!ofZone || ofZone.size >= REMEMBERED_PER_ZONE) remembered.set(timeZone, (ofZone = new Map()));
    ofZone.set(key, found);
    return found;
}

function resolve(timeZone: string, minutesSinceEpoch: number): Instant {
    const wanted = EPOCH_DATE.toPlainDateTime().add({ minutes: minutesSinceEpoch });
    const zoned = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
    if (zoned.toPlainDateTime().equals(wanted)) return zoned.epochMilliseconds;
    return zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? zoned.epochMilliseconds;
}
