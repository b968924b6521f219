import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { countsOf, exitCode, lastLine, sum } from './counts.ts';

const directory = mkdtempSync(join(tmpdir(), 'patchbay-counts-'));
afterAll(() => rmSync(directory, { recursive: true }));

const report = (more: Record<string, unknown>): string => {
    const path = join(directory, 'report.json');
    const zero = {
        numPassedTests: 0,
        numFailedTests: 0,
        numPendingTests: 0,
        numTodoTests: 0,
        numRuntimeErrorTestSuites: 0,
    };
    writeFileSync(path, JSON.stringify({ ...zero, ...more }));
    return path;
};

describe('the result of a test run', () => {
    it('counts tests, and a file that does not load as a failure', () => {
        const path = report({
            numPassedTests: 5,
            numFailedTests: 1,
            numPendingTests: 2,
            numTodoTests: 1,
            numRuntimeErrorTestSuites: 1,
        });
        expect(countsOf(path, false)).toEqual({ passed: 5, failed: 2, skipped: 3 });
    });

    it('is a failure when the runner ended badly, though every test passed', () => {
        expect(countsOf(report({ numPassedTests: 5 }), false)).toEqual({ passed: 5, failed: 1, skipped: 0 });
        expect(countsOf(report({ numPassedTests: 5 }), true)).toEqual({ passed: 5, failed: 0, skipped: 0 });
    });

    it('is a failure when there is no report', () => {
        expect(countsOf(join(directory, 'none.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    });

    it('fails with a failure, and when nothing ran', () => {
        expect(exitCode({ passed: 3, failed: 0, skipped: 0 })).toBe(0);
        expect(exitCode({ passed: 3, failed: 1, skipped: 0 })).toBe(1);
        expect(exitCode({ passed: 0, failed: 0, skipped: 4 })).toBe(1);
    });

    it('is one line', () => {
        const all = [
            { passed: 3, failed: 0, skipped: 1 },
            { passed: 4, failed: 2, skipped: 0 },
        ];
        expect(lastLine(sum(all))).toBe('7 passed, 2 failed, 1 skipped');
    });
});
