import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../freePorts.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const COMPILE_CACHE = process.env['NODE_COMPILE_CACHE'];
const LONGEST_START = 60_000;
const KEPT_LOG = 20_000;

export interface ServerProcess {
    readonly url: string;
    readonly smtpPort: number;
    /** Its data, the embedded PostgreSQL included. */
    readonly directory: string;
    /** Undefined where it has ended. */
    pid(): number | undefined;
    /** How it ended last: the signal, or the exit code; null before that. */
    lastEnd(): NodeJS.Signals | number | null;
    /** Resolves when it has ended, however. */
    ended(): Promise<void>;
    kill(signal?: NodeJS.Signals): Promise<void>;
    /** Starts it again at the same address. */
    start(env?: Readonly<Record<string, string>>): Promise<void>;
    /** Ends it in order and forgets its files. */
    close(): Promise<void>;
    log(): string;
}

/** The real server, `node adapter-server/src/main.ts`, in a process of its own with ports that are free. */
export async function startServerProcess(
    env: Readonly<Record<string, string>>,
    alsoAtFirst: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
    const directory = await mkdtemp(join(tmpdir(), 'patchbay-process-'));
    await chmod(directory, 0o755); // open to the account that an embedded PostgreSQL runs under
    const [port = 0, smtpPort = 0] = await freePorts(2);
    const url = `http://127.0.0.1:${port}`;
    let output = '';
    let child: ChildProcess | null = null;
    let ended: Promise<void> = Promise.resolve();
    let lastEnd: NodeJS.Signals | number | null = null;

    async function start(also: Readonly<Record<string, string>> = {}): Promise<void> {
        const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
            env: {
                PATH: process.env['PATH'] ?? '',
                // Node's own: a start costs a third less where it is set.
                ...(COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE: COMPILE_CACHE }),
                PATCHBAY_DEMO: '1',
                PATCHBAY_DATA: directory,
                PORT: String(port),
                PATCHBAY_SMTP_PORT: String(smtpPort),
                PATCHBAY_LOG_LEVEL: 'warn',
                ...env,
                ...also,
            },
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        child = started;
        ended = new Promise((resolve) =>
            started.once('exit', (code, signal) => {
                lastEnd = signal ?? code;
                output += `(ended with ${signal ?? code})\n`;
                resolve();
            }),
        );
        const keep = (chunk: Buffer): void => void (output = (output + chunk.toString()).slice(-KEPT_LOG));
        started.stdout.on('data', keep);
        started.stderr.on('data', keep);
        const givenUp = performance.now() + LONGEST_START;
        for (;;) {
            const answer = await fetch(`${url}/readyz`).catch(() => null);
            if (answer?.ok) return;
            // Killed by its own failpoint while it starts: whoever set that waits for `ended`.
            if (started.signalCode === 'SIGKILL') return;
            if (started.exitCode !== null || performance.now() > givenUp)
                throw new Error(`the server did not start:\n${output}`);
            await pause(50);
        }
    }
    async function kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
        child?.kill(signal);
        await ended;
    }

    await start(alsoAtFirst);
    return {
        url,
        smtpPort,
        directory,
        pid: () => (child?.exitCode === null && child.signalCode === null ? child.pid : undefined),
        lastEnd: () => lastEnd,
        ended: () => ended,
        kill,
        start,
        close: async () => {
            await kill('SIGTERM');
            await rm(directory, { recursive: true, force: true });
        },
        log: () => output,
    };
}
