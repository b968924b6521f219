import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runNode } from './command.ts';
import { countsOf, none, sum } from './counts.ts';
import type { Counts } from './counts.ts';

type Pass = {
    readonly name: string;
    readonly config: string;
    readonly options: readonly string[];
    /** Run as ES modules; sfdx-lwc-jest wants CommonJS. */
    readonly esm: boolean;
    readonly needs: string;
    /** A script that is run before. */
    readonly first?: string;
};

const BROWSER = 'adapter-server/test/browser/';
const LIMIT = 30 * 60_000;

/** Two browsers at a time, after the rest: they look at what a person would see in time. */
const passes: readonly Pass[] = [
    {
        name: 'server',
        config: 'jest.server.config.mjs',
        options: [`--testPathIgnorePatterns=${BROWSER}`],
        esm: true,
        needs: 'jest.server.config.mjs',
    },
    {
        name: 'components',
        config: 'jest.lwc.config.cjs',
        options: [],
        esm: false,
        needs: 'jest.lwc.config.cjs',
    },
    {
        name: 'browser',
        config: 'jest.server.config.mjs',
        options: [`--roots=${BROWSER}`],
        esm: true,
        needs: BROWSER,
        // Built once: each file then finds the console fresh.
        first: 'local-org/build.ts',
    },
];

/**
 * @param options.only the passes to run, by name
 * @param options.arguments for Jest: patterns of paths, -t …
 */
export async function runTests(
    options: { only?: readonly string[]; arguments?: readonly string[] } = {},
): Promise<Counts> {
    const { only = passes.map(({ name }) => name), arguments: args = [] } = options;
    const directory = mkdtempSync(join(tmpdir(), 'patchbay-results-'));
    const all: Counts[] = [];
    for (const pass of passes.filter(({ name }) => only.includes(name))) {
        if (!existsSync(root + pass.needs)) continue;
        console.log(`\n── tests: ${pass.name}`);
        all.push(await runPass(pass, args, join(directory, `${pass.name}.json`)));
    }
    rmSync(directory, { recursive: true });
    return sum(all);
}

async function runPass(
    { config, options, esm, first }: Pass,
    args: readonly string[],
    result: string,
): Promise<Counts> {
    if (first !== undefined && !(await runNode([first], LIMIT))) return countsOf(result, false);
    const report = ['--json', `--outputFile=${result}`, '--passWithNoTests'];
    const modules = esm ? ['--experimental-vm-modules'] : [];
    const jest = [...modules, 'node_modules/jest/bin/jest.js', '-c', config];
    const exitedWell = await runNode([...jest, ...options, ...report, ...args], LIMIT);
    return existsSync(result) ? countsOf(result, exitedWell) : exitedWell ? none : countsOf(result, false);
}
