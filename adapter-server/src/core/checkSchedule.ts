import { isTimeZone, parseDate, parseTimeOfDay } from './localTime.ts';
import { WEEKDAYS } from './weeklyHours.ts';
import type { Schedule, TimeRange } from './weeklyHours.ts';

/** All problems of a schedule in words, for the person who typed it; empty when it can be used. */
export function checkSchedule(schedule: Schedule): string[] {
    const problems: string[] = [];
    if (!isTimeZone(schedule.timeZone)) {
        problems.push(`Unknown time zone "${schedule.timeZone}": use a name such as Europe/Berlin.`);
    }
    for (const weekday of WEEKDAYS) {
        const name = weekday.charAt(0).toUpperCase() + weekday.slice(1);
        problems.push(...checkRanges(name, schedule.weekly[weekday]));
    }
    const seen = new Set<string>();
    for (const { date, name, ranges } of schedule.exceptions) {
        const where = name === '' ? date : `${name} (${date})`;
        if (parseDate(date) === null) problems.push(`${where}: no such date; write it as 2026-12-24.`);
        if (seen.has(date)) problems.push(`${where}: the date is listed twice.`);
        seen.add(date);
        problems.push(...checkRanges(where, ranges));
    }
    return problems;
}

function checkRanges(where: string, ranges: readonly TimeRange[]): string[] {
    const problems: string[] = [];
    const sound: { from: number; to: number; range: TimeRange }[] = [];
    for (const range of ranges) {
        const from = parseTimeOfDay(range.from);
        const to = parseTimeOfDay(range.to);
        if (from === null) problems.push(`${where}: "${range.from}" is not a time; write it as 09:00.`);
        if (to === null) problems.push(`${where}: "${range.to}" is not a time; write it as 17:00, or 24:00.`);
        if (from === null || to === null) continue;
        if (to > from) sound.push({ from, to, range });
        else problems.push(`${where}: ${range.from} to ${range.to} does not end after it starts.`);
    }
    sound.sort((a, b) => a.from - b.from);
    sound.forEach((current, index) => {
        const before = sound[index - 1];
        if (before && current.from < before.to) {
            const [one, other] = [before.range, current.range];
            problems.push(`${where}: ${one.from} to ${one.to} and ${other.from} to ${other.to} overlap.`);
        }
    });
    return problems;
}
