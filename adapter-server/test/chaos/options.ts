import { parseArgs } from 'node:util';

export interface ChaosOptions {
    readonly store: 'embedded' | 'server';
    /** A throw-away PostgreSQL database to use instead of one that is started; it must be empty. */
    readonly databaseUrl: string | null;
    readonly processes: number;
    readonly kills: number;
    readonly seed: number;
    /** No kill after so many minutes, whatever was asked for; the whole run ends within twice that. */
    readonly minutes: number;
    readonly report: string | null;
    readonly json: boolean;
    readonly agents: number;
    /** Milliseconds from one kill to the next, on average. */
    readonly every: number;
}

export const CHAOS_USAGE = `npm run chaos -- [--store embedded|server] [--processes N] [--kills N] [--seed N] [--minutes N]
                 [--agents N] [--every SECONDS] [--report FILE] [--json]

Kills a contact center of its own again and again while it works, and then looks whether all is right.

  --store embedded   one server with the PostgreSQL that comes with Patchbay (default)
  --store server     a PostgreSQL server, started from this system's programs; or, where DATABASE_URL is set,
                     that database, which must be empty and is left full (its server is not killed)
  --processes N      servers on that one PostgreSQL (3)
  --kills N          SIGKILLs (30)
  --seed N           repeats the same choices
  --minutes N        stops killing then (30)
  --agents N         agents (12)
  --every SECONDS    from one kill to the next, on average (4)
  --report FILE      appends the report there, as Markdown
  --json             the result as one line of JSON`;

/** Throws with what to write instead. */
export function chaosOptions(
    args: readonly string[],
    env: Readonly<Record<string, string | undefined>>,
): ChaosOptions {
    const { values } = parseArgs({
        args: [...args],
        options: {
            store: { type: 'string' },
            processes: { type: 'string' },
            kills: { type: 'string' },
            seed: { type: 'string' },
            minutes: { type: 'string' },
            agents: { type: 'string' },
            every: { type: 'string' },
            report: { type: 'string' },
            json: { type: 'boolean', default: false },
        },
    });
    const number = (name: 'processes' | 'kills' | 'seed' | 'minutes' | 'agents' | 'every', usual: number) => {
        const text = values[name];
        const value = text === undefined ? usual : Number(text);
        const least = name === 'kills' || name === 'seed' ? 0 : 1;
        if (!Number.isInteger(value) || value < least)
            throw new Error(`--${name}: write a whole number from ${least} on, such as --${name} ${usual}`);
        return value;
    };
    const store = values.store ?? 'embedded';
    if (store !== 'embedded' && store !== 'server') throw new Error('--store: write "embedded" or "server"');
    const processes = number('processes', store === 'embedded' ? 1 : 3);
    if (store === 'embedded' && processes > 1)
        throw new Error('The embedded store belongs to one process: use --store server for several.');
    return {
        store,
        processes,
        databaseUrl: store === 'server' ? (env['DATABASE_URL'] ?? null) : null,
        kills: number('kills', 30),
        seed: number('seed', Math.floor(Math.random() * 1e9)),
        minutes: number('minutes', 30),
        agents: number('agents', 12),
        every: number('every', 4) * 1_000,
        report: values.report ?? null,
        json: values.json,
    };
}
