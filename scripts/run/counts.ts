import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

/** What Jest's --json says of a run, as far as we add it up. */
const report = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    numRuntimeErrorTestSuites: z.number(),
    wasInterrupted: z.boolean().optional(),
});

/**
 * @param path of the file that `jest --json --outputFile` wrote
 * @param exitedWell a run that ends badly never counts as without failure, whatever its report says
 */
export function countsOf(path: string, exitedWell: boolean): Counts {
    let counts = none;
    try {
        const read = report.parse(JSON.parse(readFileSync(path, 'utf8')));
        counts = {
            passed: read.numPassedTests,
            failed: read.numFailedTests + read.numRuntimeErrorTestSuites,
            skipped: read.numPendingTests + read.numTodoTests,
        };
    } catch {
        exitedWell = false; // it died before it could report
    }
    return exitedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

export function sum(all: readonly Counts[]): Counts {
    return all.reduce(
        (a, b) => ({
            passed: a.passed + b.passed,
            failed: a.failed + b.failed,
            skipped: a.skipped + b.skipped,
        }),
        none,
    );
}

/** The last line of `npm test`, `npm run check` and .ci/run. */
export function lastLine({ passed, failed, skipped }: Counts): string {
    return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Nothing run is nothing shown. */
export function exitCode({ passed, failed }: Counts): number {
    return failed > 0 || passed === 0 ? 1 : 0;
}
