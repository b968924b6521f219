import { startEmbeddedPostgres } from '../src/storage/embedded/embedded.ts';

/** A process that owns an embedded PostgreSQL until it is killed; says so as one line of JSON. */
const log = { info: () => undefined, warn: () => undefined, error: console.error };
process.on('SIGINT', () => undefined); // as the server, which drains first
setInterval(() => undefined, 60_000);
try {
    const { attached, connectionString } = await startEmbeddedPostgres({
        dataDirectory: process.argv[2] ?? '',
        log,
        durable: false,
    });
    console.log(JSON.stringify({ attached, connectionString }));
} catch (error) {
    console.log(JSON.stringify({ refused: String(error) }));
    process.exit(1);
}
