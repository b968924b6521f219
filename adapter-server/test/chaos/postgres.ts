import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { unprivilegedAccount } from '../../src/storage/embedded/account.ts';

/** A PostgreSQL that the run may kill. */
export interface Postgres {
    readonly url: string;
    /** What is to be removed with it; null where that is none of its own. */
    readonly directory: string | null;
    /** "PostgreSQL 15.14, a server started for this run" */
    readonly description: string;
    /** SIGKILL to the postmaster, as far as that can be reached: what was killed, in words; null where it is down. */
    kill(): Promise<string | null>;
    /** Starts it again where nobody else does. */
    revive(): Promise<void>;
    pid(): number | undefined;
    stop(): Promise<void>;
}

const BACK_WITHIN = 60_000;

/** A server of its own from the system's programs, in a directory that is removed. */
export async function startPostgres(): Promise<Postgres> {
    const bin = programs();
    const directory = mkdtempSync(join(tmpdir(), 'patchbay-pg-'));
    const account = unprivilegedAccount(directory);
    if (account) chownSync(directory, account.uid, account.gid);
    const surroundings = {
        cwd: directory,
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
        ...(account && { uid: account.uid, gid: account.gid }),
    };
    const data = join(directory, 'data');
    const made = spawnSync(
        join(bin, 'initdb'),
        ['-D', data, '-U', 'patchbay', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
        { ...surroundings, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
    const url = `postgresql://patchbay@localhost/postgres?host=${encodeURIComponent(directory)}`;
    let server: ChildProcess | null = null;

    async function revive(): Promise<void> {
        const settings = ['-k', directory, '-c', 'listen_addresses=', '-c', 'max_connections=200'];
        for (const givenUp = performance.now() + BACK_WITHIN; performance.now() < givenUp; await pause(200)) {
            // Refused while backends of the killed one are still there: tried again.
            const started = spawn(join(bin, 'postgres'), ['-D', data, ...settings], {
                ...surroundings,
                detached: true,
                stdio: 'ignore',
            });
            server = started;
            while (started.exitCode === null && started.signalCode === null) {
                if (await answers(url)) return;
                await pause(50);
            }
        }
        throw new Error('PostgreSQL did not come back');
    }
    const pid = (): number | undefined =>
        server?.exitCode === null && server.signalCode === null ? server.pid : undefined;
    await revive();
    return {
        url,
        directory,
        description: `PostgreSQL ${await versionOf(url)}, a server started for this run`,
        kill: async () => {
            const running = pid();
            if (running === undefined) return null;
            process.kill(running, 'SIGKILL');
            while (pid() !== undefined) await pause(5);
            return 'postmaster';
        },
        revive,
        pid,
        stop: async () => {
            const running = pid();
            if (running !== undefined) process.kill(running, 'SIGQUIT');
            while (pid() !== undefined) await pause(20);
            rmSync(directory, { recursive: true, force: true });
        },
    };
}

/** Somebody's database: nothing of theirs may be in it, and only our connections are cut. */
export async function usePostgres(url: string): Promise<Postgres> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
    );
    await client.end();
    if ((rows[0]?.n ?? 0) > 0)
        throw new Error(
            `The database of DATABASE_URL is not empty (${rows[0]?.n} tables). This run writes invented mail into it and ` +
                'leaves it there: create an empty one, or leave DATABASE_URL out to have a server started.',
        );
    return {
        url,
        directory: null,
        description: `PostgreSQL ${await versionOf(url)} by DATABASE_URL (its server is not killed; connections are cut instead)`,
        kill: async () => {
            const cutter = new pg.Client({ connectionString: url });
            await cutter.connect();
            await cutter.query(
                `select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid()`,
            );
            await cutter.end();
            return 'all connections';
        },
        revive: () => Promise.resolve(),
        pid: () => undefined,
        stop: () => Promise.resolve(),
    };
}

/** The one in a server's data directory: that server starts it again. */
export async function embeddedPostgres(cluster: string, url: string): Promise<Postgres> {
    const pid = (): number | undefined => {
        try {
            const noted = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
            process.kill(noted, 0);
            return noted;
        } catch {
            return undefined;
        }
    };
    return {
        url,
        directory: null,
        description: `PostgreSQL ${await versionOf(url)}, embedded`,
        kill: async () => {
            const running = pid();
            if (running === undefined) return null;
            process.kill(running, 'SIGKILL');
            return 'postmaster';
        },
        revive: () => Promise.resolve(),
        pid,
        stop: () => Promise.resolve(),
    };
}

function programs(): string {
    const base = '/usr/lib/postgresql';
    const versions = existsSync(base) ? readdirSync(base) : [];
    const bins = versions
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(base, version, 'bin'))
        .filter((bin) => existsSync(join(bin, 'postgres')));
    const onPath = spawnSync('which', ['postgres'], { encoding: 'utf8' }).stdout.trim();
    const found = bins[0] ?? (onPath === '' ? undefined : join(onPath, '..'));
    if (found) return found;
    throw new Error(
        'No PostgreSQL server on this system: install one, or set DATABASE_URL to an empty database.',
    );
}

export async function answers(url: string): Promise<boolean> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
        await client.connect();
        await client.query('select 1');
        return true;
    } catch {
        return false;
    } finally {
        await client.end().catch(() => undefined);
    }
}

async function versionOf(url: string): Promise<string> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    await client.end();
    return rows[0]?.server_version.split(' ')[0] ?? '?';
}
