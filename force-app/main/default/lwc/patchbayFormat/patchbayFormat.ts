import LOCALE from '@salesforce/i18n/locale';
import { labels } from './labels';

/** Pure words for times, sizes and names. All instants are epoch milliseconds, all durations milliseconds. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Puts the values into `{0}`, `{1}` … of a custom label. */
export function fill(template: string, ...values: (string | number)[]): string {
    return template.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}

/** "0:07", "2:10", then "1 h 02 min", then "3 d 4 h". Never negative. */
export function duration(length: number): string {
    const rest = Math.max(0, Math.floor(length / SECOND)) * SECOND;
    if (rest >= DAY)
        return fill(labels.durationDays, Math.floor(rest / DAY), Math.floor((rest % DAY) / HOUR));
    if (rest >= HOUR) return fill(labels.durationHours, Math.floor(rest / HOUR), pad((rest % HOUR) / MINUTE));
    return `${Math.floor(rest / MINUTE)}:${pad((rest % MINUTE) / SECOND)}`;
}

function pad(value: number): string {
    return String(Math.floor(value)).padStart(2, '0');
}

function words(at: number, zone: string | undefined, options: Intl.DateTimeFormatOptions): string {
    try {
        return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone }).format(at);
    } catch {
        // A zone that this browser does not know must not take the screen down.
        return new Intl.DateTimeFormat(LOCALE, options).format(at);
    }
}

function dayKey(at: number, zone: string | undefined): string {
    return words(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** "18:05" today, "Mon 18:05" within six days, "12 Jan 18:05" beyond. */
export function clockTime(at: number, now: number, zone?: string): string {
    const time = words(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    if (dayKey(at, zone) === dayKey(now, zone)) return time;
    if (Math.abs(at - now) < 6 * DAY) return `${words(at, zone, { weekday: 'short' })} ${time}`;
    return `${words(at, zone, { day: 'numeric', month: 'short' })} ${time}`;
}

/** "now", "3 min", "2 h", "4 d", then the date: how long ago, in the room a list row has. */
export function ago(at: number, now: number, zone?: string): string {
    const age = now - at;
    if (age < MINUTE) return labels.agoNow;
    if (age < HOUR) return fill(labels.agoMinutes, Math.floor(age / MINUTE));
    if (age < DAY) return fill(labels.agoHours, Math.floor(age / HOUR));
    if (age < 7 * DAY) return fill(labels.agoDays, Math.floor(age / DAY));
    return words(at, zone, { day: 'numeric', month: 'short' });
}

/** The whole of it, for a hover: "Monday, 12 January 2026, 18:05:09 GMT+1". */
export function fullTime(at: number, zone?: string): string {
    return words(at, zone, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
    });
}

/** "512 B", "12 KB", "3.4 MB". */
export function fileSize(bytes: number): string {
    if (bytes < 1024) return fill(labels.bytes, bytes);
    if (bytes < 1024 * 1024) return fill(labels.kilobytes, Math.round(bytes / 1024));
    return fill(labels.megabytes, (bytes / (1024 * 1024)).toFixed(1));
}

/** "MG" for Maria Garcia; the first letter of an address where there is no name. */
export function initials(name: string): string {
    const parts = name
        .trim()
        .split(/\s+/)
        .filter((part) => /[\p{L}\p{N}]/u.test(part));
    const first = [...(parts[0] ?? '?')][0] ?? '?';
    const last = parts.length > 1 ? ([...(parts[parts.length - 1] ?? '')][0] ?? '') : '';
    return (first + last).toLocaleUpperCase();
}

/** A person's name, or their address where the mail gave no name. */
export function personName(person: { name: string; address: string }): string {
    return person.name.trim() || person.address;
}

/** Plain text as the formatted text of the same words. */
export function paragraphs(text: string): string {
    if (text === '') return '';
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
    return `<p>${escaped}</p>`;
}
