/** A length of time in milliseconds. Business rules name theirs: `hours(16)`. */
export type Duration = number;
/** A point in time in epoch milliseconds, UTC. The core never asks a clock: instants are passed in. */
export type Instant = number;

export const seconds = (n: number): Duration => n * 1_000;
export const minutes = (n: number): Duration => n * 60_000;
export const hours = (n: number): Duration => n * 3_600_000;
export const days = (n: number): Duration => n * 86_400_000;

const UNITS: Readonly<Record<string, Duration>> = {
    ms: 1,
    s: seconds(1),
    m: minutes(1),
    h: hours(1),
    d: days(1),
};

/** Reads "16h", "2m", "500ms"; null for anything else, so that configuration can say which value is wrong. */
export function parseDuration(text: string): Duration | null {
    const found = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text.trim());
    const unit = found && UNITS[found[2] ?? ''];
    return found && unit !== undefined && unit !== null ? Math.round(Number(found[1]) * unit) : null;
}

/** "4 h", "35 min", "20 s": for sentences that people read, rounded to the unit that matters. */
export function describeDuration(length: Duration): string {
    const ms = Math.max(0, length);
    if (ms < minutes(1)) return `${Math.round(ms / 1_000)} s`;
    if (ms < hours(1)) return `${Math.round(ms / minutes(1))} min`;
    const wholeHours = Math.floor(ms / hours(1));
    const restMinutes = Math.round((ms % hours(1)) / minutes(1));
    if (restMinutes === 60) return `${wholeHours + 1} h`;
    return restMinutes === 0 ? `${wholeHours} h` : `${wholeHours} h ${restMinutes} min`;
}
