import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Places } from './places.ts';

/** PostgreSQL's first process, and how it is found, started and ended. */
const PID_FILE = 'postmaster.pid';

/** Options for a child that runs as the account and knows nothing of our environment. */
export function surroundings({ home }: Places, account: Account | undefined) {
    const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', HOME: home };
    return { cwd: home, env, ...(account && { uid: account.uid, gid: account.gid }) };
}

/** @returns the pid of the server living in this cluster, whoever started it */
export function livingPostmaster({ cluster }: Places): number | undefined {
    const pid = notedPid(cluster);
    return pid !== undefined && worksIn(pid, cluster) ? pid : undefined;
}

/**
 * Removes the note of a dead server whose pid another process now has: PostgreSQL would take that
 * one for a living server for ever. Never while any process still works in the cluster, since the
 * note is also what keeps a new server from joining the remains of a killed one.
 */
export function forgetDeadPostmaster({ cluster }: Places): void {
    if (process.platform !== 'linux' || notedPid(cluster) === undefined) return;
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
    if (!pids.some((pid) => worksIn(pid, cluster))) rmSync(join(cluster, PID_FILE), { force: true });
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal reaches Patchbay alone,
 * which drains first; it outlives Patchbay when that is killed.
 */
export function spawnPostmaster(
    places: Places,
    binaries: Binaries,
    account: Account | undefined,
    settings: Readonly<Record<string, string>>,
): ChildProcess {
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = openSync(startLog(places), 'w');
    const child = spawn(binaries.postgres, ['-D', places.cluster, '-k', places.sockets, ...options], {
        ...surroundings(places, account),
        detached: true,
        stdio: ['ignore', log, log],
    });
    closeSync(log);
    child.unref();
    return child;
}

/** Where a server writes before it opens its own log: why it did not start. */
export function startLog({ home }: Places): string {
    return join(home, 'start.log');
}

/** Ends the server and waits: a fast shutdown, and after 10 s without its checkpoint (the WAL has all). */
export async function stopPostmaster(places: Places, pid: number): Promise<void> {
    for (const [signal, patience] of [
        ['SIGINT', 10_000],
        ['SIGQUIT', 5_000],
        ['SIGKILL', 5_000],
    ] as const) {
        try {
            process.kill(pid, signal);
        } catch {
            return; // gone
        }
        for (let waited = 0; waited < patience; waited += 20) {
            if (!worksIn(pid, places.cluster)) return;
            await pause(20);
        }
    }
}

/** @param ms milliseconds */
export function pause(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
}

function notedPid(cluster: string): number | undefined {
    try {
        const [pid] = readFileSync(join(cluster, PID_FILE), 'utf8').split('\n');
        return Number(pid) || undefined;
    } catch {
        return undefined;
    }
}

/** Every process of a server works in its cluster's directory; a reused pid or a zombie does not. */
function worksIn(pid: number, cluster: string): boolean {
    try {
        if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === cluster;
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}
