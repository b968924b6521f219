import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { SUPERUSER } from './cluster.ts';
import type { Places } from './places.ts';
import { forgetDeadPostmaster, livingPostmaster, pause, spawnPostmaster, startLog } from './postmaster.ts';
import { settingsFor } from './settings.ts';

export type Server = { readonly pid: number; readonly attached: boolean };

/** Recovery after a crash reads back the WAL since the last checkpoint: minutes on a slow disk. */
const READY_WITHIN = 300_000;
/** The rest of a killed server notices within a second or so; while it lives a start is refused. */
const RETRY_REFUSED_FOR = 30_000;
const PAUSE = 25;

/** Attaches to the server that lives in the cluster, or starts one, and waits until it takes queries. */
export async function attachOrStart(
    places: Places,
    binaries: Binaries,
    account: Account | undefined,
    durable: boolean,
): Promise<Server> {
    for (let waited = 0; ; waited += 10 * PAUSE) {
        const living = livingPostmaster(places);
        if (living !== undefined && (await isReady(places, () => livingPostmaster(places) === living))) {
            return { pid: living, attached: true };
        }
        forgetDeadPostmaster(places);
        const child = spawnPostmaster(places, binaries, account, settingsFor(durable));
        const failed = new Promise<never>((_, reject) => child.once('error', reject));
        const alive = (): boolean =>
            child.pid !== undefined && child.exitCode === null && child.signalCode === null;
        if ((await Promise.race([isReady(places, alive), failed])) && child.pid !== undefined) {
            return { pid: child.pid, attached: false };
        }
        const reason = readFileSync(startLog(places), 'utf8').trim();
        const refused = /lock file|shared memory block/.test(reason);
        if (!refused || waited >= RETRY_REFUSED_FOR)
            throw new Error(`the embedded PostgreSQL did not start: ${reason}`);
        await pause(10 * PAUSE);
    }
}

/** @returns false when it died before it was ready */
async function isReady(places: Places, alive: () => boolean): Promise<boolean> {
    for (let waited = 0; waited < READY_WITHIN; waited += PAUSE) {
        if (!alive()) return false;
        if (await answers(places)) return alive();
        await pause(PAUSE);
    }
    throw new Error(
        `the embedded PostgreSQL was not ready after ${READY_WITHIN / 1000} s; see ${places.cluster}/log`,
    );
}

async function answers({ sockets }: Places): Promise<boolean> {
    const client = new pg.Client({ host: sockets, port: 5432, user: SUPERUSER, database: 'postgres' });
    client.on('error', () => undefined); // it dies while we ask: the next look tells
    try {
        await client.connect();
        return true;
    } catch {
        return false;
    } finally {
        await client.end().catch(() => undefined);
    }
}
