import pg from 'pg';
import { unprivilegedAccount } from './account.ts';
import { provideBinaries, removeOldBinaries } from './binaries.ts';
import { SUPERUSER, ensureCluster } from './cluster.ts';
import { lockDataDirectory } from './lock.ts';
import { preparePlaces } from './places.ts';
import { livingPostmaster, stopPostmaster } from './postmaster.ts';
import { attachOrStart } from './start.ts';
import { supervise } from './supervise.ts';

/** A pino logger fits. */
export type EmbeddedPostgresLog = {
    info(message: string): void;
    warn(message: string): void;
    error(message: string): void;
};

export type EmbeddedPostgres = {
    /** for pg and for PostgreSQL's own tools; stays the same over restarts */
    readonly connectionString: string;
    /** whether a server left by an earlier process was taken over, rather than one started */
    readonly attached: boolean;
    /** Ends the server, and then lets go of the data directory. Close the pools first. */
    stop(): Promise<void>;
};

/**
 * Runs the PostgreSQL that comes with Patchbay, one per data directory, and keeps it running: killed,
 * it is back within 5 s. It survives this process when that is killed; the next one attaches to it.
 *
 * @param options.dataDirectory made if missing; all is kept in `<dataDirectory>/postgres`
 * @param options.durable false only for tests: no fsync
 * @throws {DataDirectoryHeld} while another process lives that uses this data directory
 */
export async function startEmbeddedPostgres(options: {
    dataDirectory: string;
    log: EmbeddedPostgresLog;
    durable?: boolean;
}): Promise<EmbeddedPostgres> {
    const { log, durable = true } = options;
    const account = unprivilegedAccount(options.dataDirectory);
    const places = preparePlaces(options.dataDirectory, account);
    const lock = lockDataDirectory(places.dataDirectory);
    try {
        const binaries = provideBinaries(places, account);
        await ensureCluster(places, binaries, account, durable);
        const start = () => attachOrStart(places, binaries, account, durable);
        const server = await start();
        const by = account ? ` by the account ${account.name}` : '';
        log.info(`embedded PostgreSQL ${server.attached ? 'taken over' : 'started'}${by} in ${places.home}`);
        removeOldBinaries(places, binaries);
        await ensureDatabase(places.sockets);
        const supervisor = supervise(places, server.pid, start, log);
        return {
            connectionString: connectionString(places.sockets, DATABASE),
            attached: server.attached,
            stop: async () => {
                const pid = await supervisor.end();
                if (pid !== undefined) await stopPostmaster(places, pid);
                lock.release();
            },
        };
    } catch (error) {
        lock.release();
        throw error;
    }
}

/**
 * Ends a server that outlived its process, without starting one.
 *
 * @throws {DataDirectoryHeld} while another process lives that uses it
 */
export async function endEmbeddedPostgres(dataDirectory: string): Promise<void> {
    const lock = lockDataDirectory(dataDirectory);
    try {
        const places = preparePlaces(dataDirectory, unprivilegedAccount(dataDirectory));
        const pid = livingPostmaster(places);
        if (pid !== undefined) await stopPostmaster(places, pid);
    } finally {
        lock.release();
    }
}

const DATABASE = 'patchbay';

function connectionString(sockets: string, database: string): string {
    return `postgresql://${SUPERUSER}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
}

async function ensureDatabase(sockets: string): Promise<void> {
    const client = new pg.Client({ connectionString: connectionString(sockets, 'postgres') });
    await client.connect();
    try {
        const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
        if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    } finally {
        await client.end();
    }
}
