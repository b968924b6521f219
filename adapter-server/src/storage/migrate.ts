import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** A number of our own among PostgreSQL's advisory locks. */
const LOCK = 1_600_120_002;
const LOOK_AGAIN_AFTER = 100;

/**
 * Brings the database up to this release: the files of adapter-server/migrations that it does not
 * have yet, in the order of their numbers, each in one transaction. Any number of processes may call
 * it at once; the others wait for the first. An older release finds a newer schema and leaves it.
 *
 * @param database a URL, or pg's configuration
 * @param directory of NNNN_*.sql files
 * @returns the names of the migrations that this call applied
 */
export async function migrate(database: string | pg.ClientConfig, directory = MIGRATIONS): Promise<string[]> {
    const client = new pg.Client(typeof database === 'string' ? { connectionString: database } : database);
    await client.connect();
    try {
        await takeTurn(client);
        const applied = await runner({
            dbClient: client,
            dir: directory,
            ignorePattern: '(?!\\d{4}_.*\\.sql$).*',
            direction: 'up',
            migrationsTable: 'migration',
            noLock: true,
            logger: { info: silent, warn: silent, error: silent },
        });
        return applied.map(({ name }) => name);
    } finally {
        await client.end(); // and with the session goes the lock
    }
}

/**
 * Asks again rather than waiting inside PostgreSQL: a statement that waits holds a snapshot, and a
 * migration that builds an index concurrently would wait for that one for ever.
 */
async function takeTurn(client: pg.Client): Promise<void> {
    for (;;) {
        const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
            LOCK,
        ]);
        if (rows[0]?.mine) return;
        await pause(LOOK_AGAIN_AFTER);
    }
}

/** Its errors are thrown as well, with the statement. */
function silent(): void {}
