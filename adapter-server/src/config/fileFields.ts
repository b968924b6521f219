import { z } from 'zod';
import { parseDuration } from '../core/duration.ts';
import { isTimeZone } from '../core/localTime.ts';
import { WEEKDAYS, type Schedule, type TimeRange } from '../core/weeklyHours.ts';

/** Fields of the first-run file as a person writes them. */

/** "16h", "2m", "500ms" → milliseconds. */
export const duration = z
    .string({ error: 'write a duration such as "16h", "2m" or "500ms"' })
    .transform((text, context) => {
        const length = parseDuration(text);
        if (length !== null && length > 0) return length;
        context.addIssue(`"${text}" is no duration; write one such as "16h", "2m" or "500ms"`);
        return z.NEVER;
    });

export const timeZone = z
    .string({ error: 'write a time zone such as "Europe/Berlin"' })
    .refine(isTimeZone, 'unknown time zone; use a name such as "Europe/Berlin"');

export const name = z.string({ error: 'write a name' }).trim().min(1, 'write a name').max(80);
export const email = z.email('write an e-mail address').transform((address) => address.toLowerCase());

const range = z.union(
    [
        z
            .string()
            .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
            .transform((text): TimeRange => ({ from: text.slice(0, 5), to: text.slice(6) })),
        z.strictObject({ from: z.string(), to: z.string() }),
    ],
    { error: 'write a range such as "09:00-17:00"' },
);
const ranges = z.array(range);

/** A weekday that is left out is closed. The time zone is the organization's (or the agent's) where left out. */
export const weeklyHours = z.strictObject({
    timeZone: timeZone.optional(),
    weekly: z.partialRecord(z.enum(WEEKDAYS), ranges),
    exceptions: z
        .array(z.strictObject({ date: z.string(), name: z.string().default(''), ranges: ranges.default([]) }))
        .default([]),
});

export function scheduleFrom(hours: z.output<typeof weeklyHours>, defaultZone: string): Schedule {
    const day = (weekday: (typeof WEEKDAYS)[number]): readonly TimeRange[] => hours.weekly[weekday] ?? [];
    return {
        timeZone: hours.timeZone ?? defaultZone,
        weekly: {
            monday: day('monday'),
            tuesday: day('tuesday'),
            wednesday: day('wednesday'),
            thursday: day('thursday'),
            friday: day('friday'),
            saturday: day('saturday'),
            sunday: day('sunday'),
        },
        exceptions: hours.exceptions,
    };
}
