import { rmSync } from 'node:fs';

/** What must not outlive the run: closed in reverse order at its end, and killed where the process ends before that. */
export class Leftovers {
    readonly #closers: (() => Promise<void> | void)[] = [];
    readonly #pids: (() => number | undefined)[] = [];
    readonly #directories: string[] = [];

    constructor() {
        process.on('exit', () => this.#atExit());
    }

    /** @param pid of a child that is killed at once when this process ends; negative for its group */
    add(close: () => Promise<void> | void, pid: () => number | undefined = () => undefined): void {
        this.#closers.push(close);
        this.#pids.push(pid);
    }

    /** Is gone afterwards, with all that is in it. */
    addDirectory(path: string): void {
        this.#directories.push(path);
    }

    async close(): Promise<void> {
        for (let close = this.#closers.pop(); close; close = this.#closers.pop())
            try {
                await close();
            } catch (error) {
                console.error('not cleaned up:', error);
            }
        this.#pids.splice(0);
    }

    #atExit(): void {
        for (const pid of this.#pids) {
            const id = pid();
            if (id === undefined) continue;
            try {
                process.kill(id, 'SIGKILL');
            } catch {
                continue; // it has ended
            }
        }
        for (const directory of this.#directories)
            rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
}
