import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../adapter-server/src/storage/embedded/embedded.ts';

/** Where databases are made for a run: durable, unlike the server that tests use. */
export interface BenchStore {
    readonly url: string;
    stop(): Promise<void>;
}

export async function openBenchStore(kind: 'embedded' | 'server'): Promise<BenchStore> {
    if (kind === 'server') {
        const url = process.env['DATABASE_URL'];
        if (!url) throw new Error('--store server: set DATABASE_URL to the PostgreSQL to measure on');
        return { url, stop: () => Promise.resolve() };
    }
    const dataDirectory = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
    chmodSync(dataDirectory, 0o755); // open to the account that PostgreSQL runs under
    const silent = (): void => undefined;
    const server = await startEmbeddedPostgres({
        dataDirectory,
        log: { info: silent, warn: silent, error: console.error },
    });
    return {
        url: server.connectionString,
        stop: async () => {
            await server.stop();
            rmSync(dataDirectory, { recursive: true, force: true });
        },
    };
}
