import { unprivilegedAccount } from '../../src/storage/embedded/account.ts';
import { SUPERUSER } from '../../src/storage/embedded/cluster.ts';
import { endEmbeddedPostgres } from '../../src/storage/embedded/embedded.ts';
import { preparePlaces } from '../../src/storage/embedded/places.ts';
import { startServerProcess, type ServerProcess } from '../load/serverProcess.ts';
import type { Leftovers } from './leftovers.ts';
import { embeddedPostgres, type Postgres } from './postgres.ts';

/** One server with the PostgreSQL that comes with Patchbay, in a directory that is removed with it. */
export async function startEmbeddedServer(
    env: Readonly<Record<string, string>>,
    leftovers: Leftovers,
): Promise<{ database: Postgres; server: ServerProcess }> {
    const server = await startServerProcess(env);
    const { cluster, sockets } = preparePlaces(server.directory, unprivilegedAccount(server.directory));
    const url = `postgresql://${SUPERUSER}@localhost/patchbay?host=${encodeURIComponent(sockets)}`;
    const database = await embeddedPostgres(cluster, url);
    leftovers.addDirectory(server.directory);
    leftovers.add(
        () => endEmbeddedPostgres(server.directory),
        () => database.pid(),
    );
    leftovers.add(
        () => server.kill('SIGTERM'),
        () => server.pid(),
    );
    return { database, server };
}
