import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SunkLine } from './sinkProcess.ts';

const PROGRAM = fileURLToPath(new URL('sinkProcess.ts', import.meta.url));

/** The mail server behind SMTP_URL: takes what Patchbay sends, is killed, comes back at the same port. */
export class Sink {
    readonly port: number;
    /** Told as it comes; what counts is `all`, since a killed process may not have told. */
    onMail: (mail: SunkLine) => void = () => undefined;
    readonly directory = mkdtempSync(join(tmpdir(), 'patchbay-sink-'));
    #child: ChildProcess | null = null;

    private constructor(port: number) {
        this.port = port;
        writeFileSync(this.#file, '');
    }
    static async open(): Promise<Sink> {
        const probe = createServer();
        await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
        const { port } = probe.address() as AddressInfo;
        await new Promise((resolve) => probe.close(resolve));
        const sink = new Sink(port);
        await sink.start();
        return sink;
    }

    get #file(): string {
        return join(this.directory, 'mail.jsonl');
    }
    get url(): string {
        return `smtp://127.0.0.1:${this.port}`;
    }
    pid(): number | undefined {
        return this.#child?.exitCode === null && this.#child.signalCode === null
            ? this.#child.pid
            : undefined;
    }

    async start(): Promise<void> {
        const child = fork(PROGRAM, [String(this.port), this.#file], {
            execArgv: ['--disable-warning=ExperimentalWarning'],
        });
        this.#child = child;
        await new Promise<void>((resolve, reject) => {
            child.once('exit', () => reject(new Error('the mail server of the run did not start')));
            child.on('message', (message) => {
                if (message === 'ready') resolve();
                else this.onMail(message as SunkLine);
            });
        });
    }
    async kill(): Promise<boolean> {
        const child = this.#child;
        if (!child || this.pid() === undefined) return false;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await ended;
        return true;
    }
    refuse(yes: boolean): void {
        if (this.#child?.connected) this.#child.send(yes ? 'refuse' : 'take');
    }

    /** Everything that was kept, in its order. */
    all(): SunkLine[] {
        return readFileSync(this.#file, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as SunkLine);
    }
    async close(): Promise<void> {
        await this.kill();
        rmSync(this.directory, { recursive: true, force: true });
    }
}
