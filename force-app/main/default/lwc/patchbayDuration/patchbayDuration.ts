const UNITS: readonly (readonly [string, number])[] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1_000],
];

/** Milliseconds as the first-run file writes them: "16h", "90s". */
export function durationText(length: number | null): string {
    if (length === null) return '';
    const [unit, size] = UNITS.find(([, one]) => length % one === 0) ?? ['ms', 1];
    return `${length / size}${unit}`;
}

/** "16h", "5 m", "60s" → milliseconds; null where it cannot be read or is under a second. */
export function readDuration(text: string): number | null {
    const [, count, unit = ''] = /^(\d{1,6})\s*([dhms])$/.exec(text.trim().toLowerCase()) ?? [];
    const size = UNITS.find(([name]) => name === unit)?.[1];
    const length = Number(count) * (size ?? Number.NaN);
    return length >= 1_000 ? length : null;
}
