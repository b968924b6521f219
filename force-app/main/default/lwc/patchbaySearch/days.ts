import { fill } from 'c/patchbayFormat';
import { labels } from './labels';

const DAY = 86_400_000;

/** Today and some days before it, by the calendar of the zone. */
export function someDays(now: number, zone: string | undefined): { date: string; words: string }[] {
    const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };
    const date = (back: number): string => {
        try {
            return new Intl.DateTimeFormat('en-CA', { ...parts, timeZone: zone }).format(now - back * DAY);
        } catch {
            // A zone that this browser does not know.
            return new Intl.DateTimeFormat('en-CA', parts).format(now - back * DAY);
        }
    };
    return [0, 1, 7, 30, 90, 365].map((back) => ({
        date: date(back),
        words: back === 0 ? labels.today : fill(labels.daysAgo, back),
    }));
}
