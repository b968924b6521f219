import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from './freePorts.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** What Node has compiled once, types stripped, it does not compile again: a third of the work of a start. */
const COMPILED = join(tmpdir(), 'patchbay-test-compiled');

/** Its settings are those below; PATCHBAY_UPDATE_PICTURES, say, is for the test alone. */
const outside = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('PATCHBAY_')),
);

export interface DemoServer {
    readonly url: string;
    readonly smtpPort: number;
    readonly dataDirectory: string;
    /** Moves the server's clock, such as "16h". */
    advance(by: string): Promise<void>;
    /** SIGKILL, as a power cut. */
    kill(): Promise<void>;
    /** SIGSTOP and SIGCONT: a machine that stands still for a while. */
    signal(name: 'SIGSTOP' | 'SIGCONT'): void;
    /** Starts it again on the same data. */
    restart(): Promise<void>;
    /** SIGTERM; the exit code. */
    terminate(): Promise<number | null>;
    stop(): Promise<void>;
    /** What it has logged. */
    log(): string;
}

/** The real server as `npm start` runs it, on free ports and a data directory of its own, with a clock that moves. */
export async function startDemoServer(env: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
    const data = await mkdtemp(join(tmpdir(), 'patchbay-demo-'));
    const [port = 0, smtpPort = 0] = await freePorts(2);
    const url = `http://127.0.0.1:${port}`;
    let output = '';
    let child: ChildProcess;

    async function start(): Promise<void> {
        child = spawn(process.execPath, [main], {
            env: {
                ...outside,
                PATCHBAY_DEMO: '1',
                PATCHBAY_TEST_CLOCK: '1',
                PATCHBAY_DATA: data,
                PORT: String(port),
                PATCHBAY_SMTP_PORT: String(smtpPort),
                NODE_OPTIONS: '',
                NODE_COMPILE_CACHE: COMPILED,
                ...env,
            },
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        const keep = (chunk: Buffer): void => void (output += chunk.toString());
        child.stdout?.on('data', keep);
        child.stderr?.on('data', keep);
        for (let left = 300; ; left -= 1) {
            const response = await fetch(`${url}/readyz`).catch(() => null);
            if (response?.ok) return;
            if (left === 0 || child.exitCode !== null)
                throw new Error(`the server did not start:\n${output}`);
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    }
    async function end(signal: NodeJS.Signals): Promise<void> {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill(signal);
        await ended;
    }

    await start();
    return {
        url,
        smtpPort,
        dataDirectory: data,
        log: () => output,
        advance: async (by) => {
            const response = await fetch(`${url}/api/v1/test/clock`, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ advance: by }),
            });
            if (!response.ok) throw new Error(`the clock did not move: ${await response.text()}`);
        },
        kill: () => end('SIGKILL'),
        signal: (name) => void child.kill(name),
        restart: start,
        terminate: async () => {
            await end('SIGTERM');
            return child.exitCode;
        },
        stop: async () => {
            await end('SIGTERM');
            await rm(data, { recursive: true, force: true });
        },
    };
}
