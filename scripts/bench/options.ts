import { parseArgs } from 'node:util';

export interface BenchOptions {
    readonly only: readonly string[] | null;
    readonly sizes: readonly number[];
    readonly rounds: number;
    readonly store: 'embedded' | 'server';
    readonly seed: number;
    /** Where the report goes; null: to the screen alone. */
    readonly report: string | null;
}

export const USAGE = `npm run bench -- [--only intake,routing] [--sizes 1000,100000] [--rounds 5] [--store embedded|server]
                [--seed 1] [--report FILE]
--store server measures on the PostgreSQL of DATABASE_URL, in databases of its own that it drops again; its user must
be allowed to create them.`;

/** Throws what is wrong in words. */
export function readOptions(args: readonly string[], known: readonly string[]): BenchOptions {
    const { values } = parseArgs({
        args: [...args],
        options: {
            only: { type: 'string' },
            sizes: { type: 'string', default: '1000,100000' },
            rounds: { type: 'string', default: '5' },
            store: { type: 'string', default: 'embedded' },
            seed: { type: 'string', default: '1' },
            report: { type: 'string' },
        },
    });
    const only = values.only?.split(',') ?? null;
    const unknown = only?.filter((name) => !known.includes(name)) ?? [];
    if (unknown.length > 0) throw new Error(`--only ${unknown.join(', ')}: there is ${known.join(', ')}`);
    const { store } = values;
    if (store !== 'embedded' && store !== 'server') throw new Error('--store is embedded or server');
    return {
        only,
        store,
        sizes: values.sizes
            .split(',')
            .map((text) => count('--sizes', text))
            .sort((a, b) => a - b),
        rounds: count('--rounds', values.rounds),
        seed: count('--seed', values.seed),
        report: values.report ?? null,
    };
}

function count(option: string, text: string): number {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1)
        throw new Error(`${option} ${text}: write whole numbers above 0`);
    return value;
}
