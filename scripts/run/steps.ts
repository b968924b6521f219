import { existsSync, readdirSync } from 'node:fs';
import { root, runNode } from './command.ts';

/** One thing that must hold of the sources: a name, and Node's arguments for the programs that show it. */
export type Step = { readonly name: string; readonly commands: readonly (readonly string[])[] };

const LIMIT = 10 * 60_000;
const whereThere = (...command: readonly [string, ...string[]]): readonly (readonly string[])[] =>
    existsSync(root + command[0]) ? [command] : [];

export const format: Step = {
    name: 'format',
    commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
};
export const lint: Step = {
    name: 'lint',
    commands: [['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.']],
};

/** Every tsconfig*.json at the root that is more than a base for others. */
export const types: Step = {
    name: 'types',
    commands: readdirSync(root)
        .filter((name) => /^tsconfig(\.[\w-]+)?\.json$/.test(name) && !/\.(paths|base)\.json$/.test(name))
        .map((name) => ['node_modules/typescript/bin/tsc', '--noEmit', '-p', name]),
};

/** In the order in which they are quickest to tell; what is generated comes first, since the rest reads it. */
export const steps: readonly Step[] = [
    { name: 'generated files', commands: whereThere('scripts/generate.ts', '--check') },
    format,
    { name: 'imports', commands: whereThere('scripts/check-imports.ts') },
    lint,
    types,
    { name: 'metadata', commands: whereThere('scripts/check-metadata.ts') },
];

/** @returns whether it holds; says so in one line, below what its programs printed */
export async function runStep({ name, commands }: Step): Promise<boolean> {
    const started = performance.now();
    let holds = true;
    for (const command of commands) holds = (await runNode(command, LIMIT)) && holds;
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    console.log(`${holds ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
    return holds;
}
