/** Runs a job again and again: when it is woken, when it asked to be, and never twice at once. */
export class Loop {
    readonly #name: string;
    readonly #work: () => Promise<number>;
    readonly #onError: (name: string, error: unknown) => void;
    #timer: NodeJS.Timeout | null = null;
    #running: Promise<void> | null = null;
    #again = false;
    /** The timer is one of {@link wakeWithin}: it comes soon. */
    #hurried = false;
    #stopped = true;
    #failures = 0;

    /** @param work answers after how many milliseconds it wants to run again if nothing wakes it */
    constructor(name: string, work: () => Promise<number>, onError: (name: string, error: unknown) => void) {
        this.#name = name;
        this.#work = work;
        this.#onError = onError;
    }

    start(): void {
        this.#stopped = false;
        this.wake();
    }

    wake(): void {
        if (this.#stopped) return;
        if (this.#running) {
            this.#again = true;
            return;
        }
        if (this.#timer) clearTimeout(this.#timer);
        this.#timer = null;
        this.#hurried = false;
        this.#running = this.#run();
    }

    /** At the latest after so many milliseconds. */
    wakeWithin(ms: number): void {
        if (this.#stopped || this.#running) {
            this.wake();
            return;
        }
        if (this.#hurried) return;
        if (this.#timer) clearTimeout(this.#timer);
        this.#hurried = true;
        this.#timer = setTimeout(() => this.wake(), ms);
    }

    /** Resolves when the current run is over; no further one begins. */
    async stop(): Promise<void> {
        this.#stopped = true;
        if (this.#timer) clearTimeout(this.#timer);
        await this.#running;
    }

    async #run(): Promise<void> {
        let wait = 0;
        let failed = false;
        do {
            this.#again = false;
            try {
                wait = await this.#work();
                this.#failures = 0;
            } catch (error) {
                this.#failures += 1;
                // A lost database is tried again within a second, so that work goes on soon after its return.
                wait = Math.min(1_000, 100 * this.#failures);
                this.#onError(this.#name, error);
                failed = true;
            }
        } while (this.#again && !failed && !this.#stopped);
        this.#running = null;
        if (!this.#stopped) this.#timer = setTimeout(() => this.wake(), wait);
    }
}
