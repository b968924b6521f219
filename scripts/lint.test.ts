import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));

/** @returns the lines that ESLint objects to when this text stands in that file */
function objections(path: string, lines: readonly string[]): number[] {
    const { stdout } = spawnSync(
        process.execPath,
        ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', path, '--format=json'],
        { cwd: root, input: lines.join('\n'), encoding: 'utf8' },
    );
    const [file] = JSON.parse(stdout) as { messages: { line: number }[] }[];
    return file?.messages.map(({ line }) => line) ?? [];
}

describe('the clock is read in one place', () => {
    const reads = [
        'export const a = Date.now();',
        'export const b = new Date();',
        'export const c = `UPDATE offer SET at = now() WHERE id = $1`;',
        "export const d = 'SELECT current_timestamp';",
        "export const e = 'SELECT CLOCK_TIMESTAMP()';",
    ];
    const harmless = [
        'export const f = new Date(5).toISOString();',
        "export const g = 'know (now) nowhere';",
    ];

    it('an error elsewhere, in code and in SQL', () => {
        expect(objections('adapter-server/src/storage/offers.ts', [...reads, ...harmless])).toEqual([
            1, 2, 3, 4, 5,
        ]);
    });

    it('allowed in the adapters of the clock port', () => {
        expect(objections('adapter-server/src/storage/clock.ts', reads)).toEqual([]);
    });
});
