import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startDovecot, type Dovecot } from '../dovecot.ts';
import { writeContactCenterFile } from '../load/fileOfAgents.ts';
import { startServerProcess, type ServerProcess } from '../load/serverProcess.ts';
import { UNDO_FOR } from './agents.ts';
import { startEmbeddedServer } from './embeddedServer.ts';
import type { Leftovers } from './leftovers.ts';
import type { ChaosOptions } from './options.ts';
import { MAILBOX } from './senders.ts';
import { startPostgres, usePostgres, type Postgres } from './postgres.ts';
import { Sink } from './sink.ts';

/** Everything that takes part, all of it real and in processes of their own. */
export interface Center {
    readonly database: Postgres;
    readonly pool: pg.Pool;
    readonly servers: readonly ServerProcess[];
    readonly sink: Sink;
    readonly dovecot: Dovecot | null;
    /** Why there is no IMAP server. */
    readonly withoutImap: string | null;
}

export async function openCenter(options: ChaosOptions, leftovers: Leftovers): Promise<Center> {
    const directory = mkdtempSync(join(tmpdir(), 'patchbay-chaos-'));
    leftovers.addDirectory(directory);
    const started = await startDovecot();
    const dovecot = 'unavailable' in started ? null : started;
    if (dovecot) leftovers.addDirectory(dovecot.folder);
    if (dovecot)
        leftovers.add(
            () => dovecot.stop(),
            () => (dovecot.pid() === undefined ? undefined : -Number(dovecot.pid())),
        );
    const sink = await Sink.open();
    leftovers.addDirectory(sink.directory);
    leftovers.add(
        () => sink.close(),
        () => sink.pid(),
    );
    const file = join(directory, 'contact-center.json');
    await writeContactCenterFile(file, {
        agents: options.agents,
        ringFor: '4s',
        undoSendFor: `${UNDO_FOR}ms`,
        imap: dovecot ? { Orders: imapAccount(dovecot) } : {},
    });
    // Failpoints exist only beside a test clock, which nobody moves here.
    const env = { PATCHBAY_CONFIG: file, SMTP_URL: sink.url, PATCHBAY_TEST_CLOCK: '1' };
    const { database, servers } =
        options.store === 'embedded'
            ? await onEmbedded(env, leftovers)
            : await onServer(options, env, leftovers);
    const pool = new pg.Pool({ connectionString: database.url, max: 3 });
    pool.on('error', () => undefined); // it is killed on purpose
    leftovers.add(() => pool.end());
    const withoutImap = 'unavailable' in started ? started.unavailable : null;
    return { database, pool, servers, sink, dovecot, withoutImap };
}

const imapAccount = ({ imapPort, password }: Dovecot) => ({
    host: '127.0.0.1',
    port: imapPort,
    secure: false,
    requireTls: false,
    user: MAILBOX,
    password,
    startFrom: 'beginning',
});

async function onEmbedded(env: Record<string, string>, leftovers: Leftovers) {
    const { database, server } = await startEmbeddedServer(env, leftovers);
    return { database, servers: [server] };
}

async function onServer(options: ChaosOptions, also: Record<string, string>, leftovers: Leftovers) {
    const database = await (options.databaseUrl === null
        ? startPostgres()
        : usePostgres(options.databaseUrl));
    if (database.directory !== null) leftovers.addDirectory(database.directory);
    leftovers.add(
        () => database.stop(),
        () => database.pid(),
    );
    // Several servers share one database, and with it the key that seals the mailbox's password.
    const secret = randomBytes(32).toString('base64');
    const env = { ...also, DATABASE_URL: database.url, PATCHBAY_SECRET_KEY: secret };
    const servers: ServerProcess[] = [];
    for (let n = 0; n < options.processes; n += 1) {
        const server = await startServerProcess(env);
        leftovers.addDirectory(server.directory);
        leftovers.add(
            () => server.close(),
            () => server.pid(),
        );
        servers.push(server);
    }
    return { database, servers };
}
