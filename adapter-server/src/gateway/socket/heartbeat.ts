import type { Store } from '../../storage/transaction.ts';
import { keepAlive } from '../../workflows/access/processLife.ts';

/** One write a process, not one a socket; PROCESS_ALIVE_FOR allows one to be lost. */
const EVERY = 5_000;

/**
 * Says that this process and its sockets are alive, and closes in the database the sockets that ended. A closing that
 * could not be written waits here: otherwise the process's beats would keep an agent connected who has long left.
 */
export class Heartbeat {
    readonly #store: Store;
    readonly #processId: string;
    readonly #onBeat: () => Promise<void>;
    readonly #onError: (error: unknown) => void;
    readonly #closed = new Set<string>();
    #timer: NodeJS.Timeout | null = null;
    #writing: Promise<void> = Promise.resolve();

    constructor(
        store: Store,
        processId: string,
        onBeat: () => Promise<void>,
        onError: (error: unknown) => void,
    ) {
        this.#store = store;
        this.#processId = processId;
        this.#onBeat = onBeat;
        this.#onError = onError;
    }

    /** Resolves when the process is registered: sockets opened before would count for nothing. */
    async start(): Promise<void> {
        await this.beat();
        this.#timer = setInterval(() => void this.beat(), EVERY);
        this.#timer.unref();
    }

    /** The socket is gone; written at once, or with a later beat. */
    closed(connectionId: string): void {
        this.#closed.add(connectionId);
        void this.beat();
    }

    /** One at a time; never rejects. */
    beat(): Promise<void> {
        this.#writing = this.#writing.then(() => this.#beatOnce()).catch(this.#onError);
        return this.#writing;
    }

    async stop(): Promise<void> {
        if (this.#timer) clearInterval(this.#timer);
        this.#timer = null;
        await this.beat();
    }

    async #beatOnce(): Promise<void> {
        const closed = [...this.#closed];
        await this.#store.transaction('keepAlive', (tx) => keepAlive(tx, this.#processId, closed));
        for (const id of closed) this.#closed.delete(id);
        await this.#onBeat();
    }
}
