import { minutes, seconds } from '../core/duration.ts';
import type { Clock } from '../ports/clock.ts';
import { Loop } from './loop.ts';

/** The jobs of one process. Each is safe to run in any number of processes at once. */
export interface Jobs {
    /** Fires due timers. */
    timers(): Promise<{ readonly exhausted: boolean; readonly nextAt: number | null }>;
    routing(woken: {
        readonly agents: ReadonlySet<number>;
        readonly queues: ReadonlySet<number>;
    }): Promise<void>;
    sweep(): Promise<void>;
    /** Sends what the outbox holds; how many rows were taken. */
    outbox(): Promise<number>;
    /** Makes stored messages findable; whether there may be more. */
    index(): Promise<boolean>;
    tidy(): Promise<void>;
    sampleClock(): Promise<void>;
}

/** What the scheduler hears of a commit. */
export interface Wakes {
    readonly agents: ReadonlySet<number>;
    readonly queues: ReadonlySet<number>;
    readonly timers: boolean;
    readonly outbox: boolean;
    readonly clockMoved: boolean;
    readonly everything: boolean;
}

const LONGEST_SLEEP = seconds(1);
const SWEEP_EVERY = seconds(2);
/** Milliseconds that mail waits, so that what the same commit lets ring goes first. */
const OUTBOX_BEHIND = 10;
/** "A mail that is stored is found within a second"; while there is more, others have their turn in between. */
const INDEX_EVERY = { idle: 250, behind: 20 };

export class Scheduler {
    readonly #loops: readonly Loop[];
    readonly #timers: Loop;
    readonly #routing: Loop;
    readonly #outbox: Loop;
    readonly #sampling: Loop;
    readonly #sweep: Loop;
    #agents = new Set<number>();
    #queues = new Set<number>();

    constructor(jobs: Jobs, clock: Clock, onError: (name: string, error: unknown) => void) {
        const loop = (name: string, work: () => Promise<number>): Loop => new Loop(name, work, onError);
        this.#timers = loop('timers', async () => {
            const { exhausted, nextAt } = await jobs.timers();
            if (!exhausted) return 0;
            return nextAt === null ? LONGEST_SLEEP : clamp(nextAt - clock.now(), 1, LONGEST_SLEEP);
        });
        this.#routing = loop('routing', async () => {
            const woken = { agents: this.#agents, queues: this.#queues };
            this.#agents = new Set();
            this.#queues = new Set();
            if (woken.agents.size + woken.queues.size > 0) await jobs.routing(woken);
            return seconds(60);
        });
        this.#sweep = loop('sweep', async () => {
            await jobs.sweep();
            return SWEEP_EVERY;
        });
        this.#outbox = loop('outbox', async () => ((await jobs.outbox()) > 0 ? 0 : LONGEST_SLEEP));
        this.#sampling = loop('clock', async () => {
            await jobs.sampleClock();
            return minutes(1);
        });
        const index = loop('index', async () =>
            (await jobs.index()) ? INDEX_EVERY.behind : INDEX_EVERY.idle,
        );
        const tidy = loop('tidy', async () => {
            await jobs.tidy();
            return minutes(1);
        });
        this.#loops = [this.#timers, this.#routing, this.#sweep, this.#outbox, this.#sampling, index, tidy];
    }

    start(): void {
        for (const loop of this.#loops) loop.start();
    }

    wake(wakes: Wakes): void {
        for (const id of wakes.agents) this.#agents.add(id);
        for (const id of wakes.queues) this.#queues.add(id);
        if (wakes.agents.size + wakes.queues.size > 0) this.#routing.wake();
        if (wakes.timers || wakes.clockMoved || wakes.everything) this.#timers.wake();
        if (wakes.outbox || wakes.everything) this.#outbox.wakeWithin(OUTBOX_BEHIND);
        if (wakes.clockMoved) this.#sampling.wake();
        if (wakes.everything) this.#sweep.wake();
    }

    async stop(): Promise<void> {
        await Promise.all(this.#loops.map((loop) => loop.stop()));
    }
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
