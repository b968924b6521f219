import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer } from './databaseServer.ts';

/**
 * One embedded PostgreSQL per test run, started by the first test that asks for it, since most need
 * none. They ask on a socket, the answer is the server's URL. Jest carries what is put on globalThis
 * to the teardown.
 */
export default async function globalSetup() {
    if (process.env.TEST_DATABASE_URL) return;
    const directory = mkdtempSync(join(tmpdir(), 'patchbay-ask-'));
    /** @type {ReturnType<typeof startTestServer> | undefined} */
    let starting;
    const asked = createServer((socket) => {
        socket.on('error', () => undefined);
        starting ??= startTestServer();
        starting.then(
            ({ url }) => socket.end(url),
            (error) => {
                console.error(error);
                socket.destroy();
            },
        );
    });
    const path = join(directory, 'ask');
    await new Promise((resolve) => asked.listen(path, () => resolve(undefined)));
    process.env.TEST_SERVER_SOCKET = path;
    globalThis.stopTestServer = async () => {
        asked.close();
        rmSync(directory, { recursive: true, force: true });
        await starting?.then(
            (server) => server.stop(),
            () => undefined,
        );
    };
}
