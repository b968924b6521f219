import { createHash } from 'node:crypto';
import {
    chmodSync,
    chownSync,
    existsSync,
    lstatSync,
    mkdirSync,
    mkdtempSync,
    realpathSync,
    statSync,
    symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach } from './account.ts';
import type { Account } from './account.ts';

/**
 * Where an embedded PostgreSQL keeps its things. All but `dataDirectory` belong to the account it
 * runs under and are closed to others: `home` holds `cluster` (PGDATA) and a copy of the binaries.
 */
export type Places = {
    readonly dataDirectory: string;
    readonly home: string;
    readonly cluster: string;
    readonly sockets: string;
};

/** The longest path a Unix socket can have on Linux; macOS allows four fewer, which the margin covers. */
const SOCKET_PATH_LIMIT = 103;
const SOCKET_NAME = '.s.PGSQL.5432.lock';

/**
 * Makes `<dataDirectory>/postgres`. Where the unprivileged account cannot get there (a clone under
 * /root, a mount that refuses chown) that is a link to a directory of its own under /var/lib or
 * /var/tmp; removing the link starts afresh, as removing the directory would.
 */
export function preparePlaces(dataDirectory: string, account: Account | undefined): Places {
    mkdirSync(dataDirectory, { recursive: true });
    const base = realpathSync(dataDirectory);
    const entry = join(base, 'postgres');
    if (isDanglingLink(entry))
        throw new Error(`${entry} links to a directory that is gone; remove the link to start afresh`);
    if (account) openOwnDirectory(base, entry, account);
    else mkdirSync(entry, { recursive: true, mode: 0o700 });
    const home = realpathSync(entry);
    const owner = statSync(home).uid;
    if (process.getuid && owner !== (account?.uid ?? process.getuid())) {
        throw new Error(`${home} belongs to user ${owner}: start Patchbay as that user, or as root`);
    }
    return {
        dataDirectory: base,
        home,
        cluster: join(home, 'cluster'),
        sockets: socketDirectory(home, account),
    };
}

function openOwnDirectory(base: string, entry: string, account: Account): void {
    if (!existsSync(entry)) {
        if (!canReach(account, base)) return symlinkSync(directoryElsewhere(account), entry);
        mkdirSync(entry, { mode: 0o700 });
    }
    if (statSync(entry).uid === account.uid) return;
    try {
        chownSync(entry, account.uid, account.gid);
    } catch {
        throw new Error(
            `${entry} cannot be given to the account ${account.name}; choose another data directory`,
        );
    }
}

function directoryElsewhere(account: Account): string {
    for (const parent of ['/var/lib/patchbay', '/var/tmp/patchbay']) {
        try {
            mkdirSync(parent, { recursive: true, mode: 0o755 });
            if (lstatSync(parent).uid !== 0 || !canReach(account, parent)) continue;
            const directory = mkdtempSync(join(parent, 'postgres-'));
            chownSync(directory, account.uid, account.gid);
            return directory;
        } catch {
            continue; // a read-only system: try the next place
        }
    }
    throw new Error(
        `no directory is open to the account ${account.name}; choose a data directory it can reach`,
    );
}

function socketDirectory(home: string, account: Account | undefined): string {
    if (join(home, SOCKET_NAME).length <= SOCKET_PATH_LIMIT) return home;
    const key = createHash('sha256').update(home).digest('hex').slice(0, 12);
    const directory = join(tmpdir(), `patchbay-${key}`);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (account && lstatSync(directory).uid === 0) chownSync(directory, account.uid, account.gid);
    const owner = lstatSync(directory);
    if (!owner.isDirectory() || owner.uid !== (account?.uid ?? process.getuid?.())) {
        throw new Error(
            `${directory} belongs to somebody else; remove it, or choose a shorter data directory`,
        );
    }
    chmodSync(directory, 0o700);
    return directory;
}

function isDanglingLink(path: string): boolean {
    return Boolean(lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) && !existsSync(path);
}
