import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/**
 * The lock on a data directory: one Patchbay process at a time may own the embedded PostgreSQL in it.
 *
 * It has to vanish with its holder, SIGKILL included, and never by mistake. A file with a pid in it
 * fails both ways (pids are reused; two that find it stale race to replace it), a listening socket
 * leaves a file behind with the same race, and Linux's abstract sockets are invisible from the next
 * container on the same volume. Node has no flock, but SQLite inside Node locks its file by fcntl:
 * the kernel drops that lock when the process ends, atomically, on Linux and macOS alike. So the lock
 * is an exclusive transaction on an empty SQLite file. Child processes do not inherit it.
 */
export type DataDirectoryLock = { release(): void };

export class DataDirectoryHeld extends Error {
    override readonly name = 'DataDirectoryHeld';
    readonly pid: number | undefined;
    constructor(dataDirectory: string, pid: number | undefined) {
        const holder = pid === undefined ? 'another process' : `process ${pid}`;
        super(
            `${dataDirectory} is in use by ${holder}. Stop it first, give this one a PATCHBAY_DATA of its own, ` +
                'or let several processes share one PostgreSQL server by DATABASE_URL.',
        );
        this.pid = pid;
    }
}

/** @throws {DataDirectoryHeld} naming the pid of the living holder */
export function lockDataDirectory(dataDirectory: string): DataDirectoryLock {
    // Jest knows no built-in module without a name outside the node: scheme, hence not `import`.
    const { DatabaseSync: Sqlite } = process.getBuiltinModule('node:sqlite');
    const holder = join(dataDirectory, 'postgres.holder');
    const file = new Sqlite(join(dataDirectory, 'postgres.lock'), { timeout: 0 });
    try {
        file.exec('BEGIN EXCLUSIVE');
    } catch (error) {
        file.close();
        if (!isBusy(error)) throw error;
        throw new DataDirectoryHeld(dataDirectory, pidIn(holder));
    }
    writeFileSync(holder, String(process.pid));
    return { release: () => release(file, holder) };
}

function release(file: DatabaseSync, holder: string): void {
    if (!file.isOpen) return;
    rmSync(holder, { force: true });
    file.close();
}

function isBusy(error: unknown): boolean {
    const SQLITE_BUSY = 5;
    return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function pidIn(holder: string): number | undefined {
    try {
        return Number(readFileSync(holder, 'utf8')) || undefined;
    } catch {
        return undefined; // between its lock and its note
    }
}
