/** What a clock on the agent's wall shows, as a datetime-local field wants it: "2026-01-12T18:05". */
export function wallTimeAt(instant: number, zone: string): string {
    const parts = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
    }).formatToParts(instant);
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant at which that clock shows it; null where it is no time. A time that daylight saving skips is an hour on. */
export function instantOf(wallTime: string, zone: string): number | null {
    const asUtc = Date.parse(`${wallTime}Z`);
    if (Number.isNaN(asUtc)) return null;
    // The zone's offset is that of the instant sought: guessed once, then taken at the guess.
    const offsetAt = (instant: number): number =>
        Date.parse(`${wallTimeAt(instant, zone)}Z`) - Math.floor(instant / 60_000) * 60_000;
    const guess = asUtc - offsetAt(asUtc);
    return asUtc - offsetAt(guess);
}
