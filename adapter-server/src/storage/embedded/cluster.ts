import { execFile } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Places } from './places.ts';
import { surroundings } from './postmaster.ts';

export const SUPERUSER = 'patchbay';

/**
 * Makes the cluster on the first start. It gets its name only when it is complete, so that a start
 * killed halfway leaves nothing that the next would take for data.
 *
 * Whoever can open the socket is trusted: it lies in a directory that is closed to other accounts.
 */
export async function ensureCluster(
    places: Places,
    binaries: Binaries,
    account: Account | undefined,
    durable: boolean,
): Promise<void> {
    const { cluster } = places;
    if (existsSync(cluster)) return checkVersion(cluster, binaries);
    const unfinished = `${cluster}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    const options = [
        '-D',
        unfinished,
        '-U',
        SUPERUSER,
        '--auth=trust',
        '--encoding=UTF8',
        '--no-instructions',
    ];
    // One collation everywhere, whatever locales the machine has.
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await promisify(execFile)(
        binaries.initdb,
        [...options, ...locale, ...(durable ? [] : ['--no-sync'])],
        surroundings(places, account),
    );
    renameSync(unfinished, cluster);
}

function checkVersion(cluster: string, { majorVersion }: Binaries): void {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (version === majorVersion) return;
    throw new Error(
        `${cluster} was made by PostgreSQL ${version}, this release brings ${majorVersion}. ` +
            'Restore a backup into a new data directory (docs/operate.md), or run the release that made it.',
    );
}
