/**
 * Runs `work` at most once per `interval` milliseconds and never twice at a time: at once when it was quiet, and once
 * more after the interval for all that came meanwhile. A failure is reported and tried again at the next interval.
 */
export class Coalesced {
    readonly #interval: number;
    readonly #work: () => Promise<void>;
    readonly #onError: (error: unknown) => void;
    #timer: NodeJS.Timeout | null = null;
    #wanted = false;
    #running = false;
    #stopped = false;

    constructor(interval: number, work: () => Promise<void>, onError: (error: unknown) => void) {
        this.#interval = interval;
        this.#work = work;
        this.#onError = onError;
    }

    wake(): void {
        this.#wanted = true;
        if (this.#timer === null && !this.#running) void this.#run();
    }

    stop(): void {
        this.#stopped = true;
        if (this.#timer) clearTimeout(this.#timer);
    }

    async #run(): Promise<void> {
        if (this.#stopped) return;
        this.#running = true;
        this.#wanted = false;
        try {
            await this.#work();
        } catch (error) {
            this.#wanted = true;
            this.#onError(error);
        }
        this.#running = false;
        if (this.#stopped) return;
        this.#timer = setTimeout(() => {
            this.#timer = null;
            if (this.#wanted) void this.#run();
        }, this.#interval);
        this.#timer.unref();
    }
}
