import { Temporal } from 'temporal-polyfill';
import type { Instant } from './duration.ts';

const WEEKDAY = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Up to six days away a weekday is clear; on the seventh it is today's again. */
const DAYS_BY_NAME = 6;

/**
 * A moment within a sentence, seen from `now` in the reader's zone: "today at 18:05", "on Tue 02:10",
 * "on 24 Dec 09:00", "on 3 Jan 2028 09:00". Throws RangeError for an unknown zone.
 */
export function momentInWords(at: Instant, now: Instant, timeZone: string): string {
    const then = local(at, timeZone);
    const today = local(now, timeZone);
    const time = timeOfDayInWords(then);
    const away = Math.abs(today.toPlainDate().until(then.toPlainDate(), { largestUnit: 'day' }).days);
    if (away === 0) return `today at ${time}`;
    if (away <= DAYS_BY_NAME) return `on ${WEEKDAY[then.dayOfWeek - 1]} ${time}`;
    const date = `${then.day} ${MONTH[then.month - 1]}`;
    return then.year === today.year ? `on ${date} ${time}` : `on ${date} ${then.year} ${time}`;
}

const local = (at: Instant, timeZone: string): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

const timeOfDayInWords = ({ hour, minute }: Temporal.ZonedDateTime): string =>
    `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
