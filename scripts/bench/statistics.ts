/** The value below which that share of the samples lies: the nearest that was measured, nothing in between. */
export function percentile(samples: readonly number[], share: number): number {
    const sorted = [...samples].sort((a, b) => a - b);
    return (
        sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
    );
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Milliseconds that it took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
    const began = performance.now();
    await work();
    return performance.now() - began;
}
