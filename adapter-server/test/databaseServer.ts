import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { endEmbeddedPostgres, startEmbeddedPostgres } from '../src/storage/embedded/embedded.ts';
import { migrate } from '../src/storage/migrate.ts';
import { withDatabase } from './database.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations/', import.meta.url));
const LOCK = 1_600_120_003;
const PREFIX = 'patchbay-test-';
/** Milliseconds from making a data directory to holding its lock, with much to spare. */
const A_START = 30_000;

export type TestServer = { readonly url: string; readonly template: string };

let opened: Promise<TestServer> | undefined;

/** The server of this run (see globalSetup.ts) with the migrated template, made by whoever comes first. */
export function openTestServer(): Promise<TestServer> {
    opened ??= prepare();
    return opened;
}

async function prepare(): Promise<TestServer> {
    const url = process.env['TEST_DATABASE_URL'] ?? (await askForServer());
    const template = `patchbay_template_${digestOfMigrations()}`;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
        await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
        const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
        if (rowCount === 0) await makeTemplate(client, url, template);
    } finally {
        await client.end();
    }
    return { url, template };
}

async function askForServer(): Promise<string> {
    const path = process.env['TEST_SERVER_SOCKET'];
    if (!path)
        throw new Error('No test server: run Jest with -c jest.server.config.mjs, or set TEST_DATABASE_URL');
    const url = await text(createConnection(path));
    if (url === '') throw new Error('The test server did not start; its error is above');
    return url;
}

/** It gets its name when it is complete: a run stopped halfway leaves no half template behind. */
async function makeTemplate(client: pg.Client, url: string, template: string): Promise<void> {
    const unfinished = `patchbay_test_${randomUUID().replaceAll('-', '')}`;
    await client.query(`CREATE DATABASE ${unfinished}`);
    try {
        await migrate(withDatabase(url, unfinished));
        await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
    } catch (error) {
        await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
        throw error;
    }
}

function digestOfMigrations(): string {
    const hash = createHash('sha256');
    for (const name of readdirSync(MIGRATIONS).sort())
        hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
    return hash.digest('hex').slice(0, 12);
}

/** Ends the servers of earlier runs that were killed; those of runs under way are locked. */
async function sweep(): Promise<void> {
    for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
        const dataDirectory = join(tmpdir(), name);
        if (Date.now() - statSync(dataDirectory).mtimeMs < A_START) continue;
        await endEmbeddedPostgres(dataDirectory).then(
            () => rmSync(dataDirectory, { recursive: true, force: true }),
            () => undefined,
        );
    }
}

/** Starts the embedded server of one test run in a directory of its own. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
    await sweep();
    const dataDirectory = mkdtempSync(join(tmpdir(), PREFIX));
    chmodSync(dataDirectory, 0o755); // open to the account PostgreSQL runs under
    const silent = (): void => undefined;
    const log = { info: silent, warn: silent, error: console.error };
    const server = await startEmbeddedPostgres({ dataDirectory, log, durable: false });
    return {
        url: server.connectionString,
        stop: async () => {
            await server.stop();
            rmSync(dataDirectory, { recursive: true, force: true });
        },
    };
}
