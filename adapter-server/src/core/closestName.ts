/** The known name that a mistyped one most likely means; null where none is near. */
export function closestName(typed: string, known: readonly string[]): string | null {
    let best: string | null = null;
    let fewest = Math.ceil(typed.length / 3) + 1;
    for (const name of known) {
        const steps = editDistance(typed.toUpperCase(), name.toUpperCase());
        if (steps < fewest) [best, fewest] = [name, steps];
    }
    return best;
}

/** Levenshtein: how many letters must be added, left out or changed. */
function editDistance(a: string, b: string): number {
    let before = Array.from({ length: b.length + 1 }, (_, n) => n);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
        }
        before = row;
    }
    return before[b.length] ?? 0;
}
