import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openTestServer } from './databaseServer.ts';

export type TestDatabase = {
    readonly url: string;
    readonly pool: pg.Pool;
    /** Closes the pool and removes the database, whoever else still uses it. */
    drop(): Promise<void>;
};

/**
 * A database of its own with the newest schema, copied from a template, in about 30 ms. The server is
 * the embedded one of this test run, or TEST_DATABASE_URL (whose user must be allowed to create
 * databases). In a test file: open in beforeAll, drop in afterAll.
 */
export async function openTestDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
    const { url: serverUrl, template } = await openTestServer();
    const name = `patchbay_test_${randomUUID().replaceAll('-', '')}`;
    await inDatabase(serverUrl, (client) => copyTemplate(client, name, template));
    const url = withDatabase(serverUrl, name);
    const pool = new pg.Pool({ connectionString: url, max: options.max ?? 10 });
    pool.on('error', () => undefined); // dropped under it, or a server killed by the test
    return {
        url,
        pool,
        drop: async () => {
            if (!pool.ended) await pool.end();
            await inDatabase(serverUrl, (client) =>
                client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
            );
        },
    };
}

async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
        return await work(client);
    } finally {
        await client.end();
    }
}

/** PostgreSQL refuses to copy a template that another session is copying or looking at: try again. */
async function copyTemplate(client: pg.Client, name: string, template: string): Promise<void> {
    for (let left = 100; ; left--) {
        try {
            await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
            return;
        } catch (error) {
            if (!(error instanceof pg.DatabaseError) || error.code !== '55006' || left === 0) throw error;
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
    }
}

export function withDatabase(url: string, name: string): string {
    const changed = new URL(url);
    changed.pathname = `/${name}`;
    return changed.href;
}
