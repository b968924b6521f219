import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ConnectionSettings } from './database.ts';
import { noSignals, type Signals } from './signals.ts';

const CHANNEL = 'patchbay';
/** PostgreSQL refuses a payload of 8000 bytes. */
const MOST_BYTES = 7_500;
const RECONNECT_AFTER = 500;
const LONGEST_CONNECT = 5_000;

type Listener = (signals: Signals) => void;
interface Wire {
    readonly from: string;
    readonly sets: Partial<Record<(typeof SETS)[number], number[]>>;
    readonly flags: readonly (typeof FLAGS)[number][];
}
const SETS = ['streams', 'interactions', 'queues', 'agents', 'revokedSessions', 'watched'] as const;
const FLAGS = [
    'presence',
    'counters',
    'outbox',
    'timers',
    'clockMoved',
    'mailboxes',
    'spam',
    'everything',
] as const;

export interface BusParts {
    readonly settings: ConnectionSettings;
    readonly processId: string;
    readonly onError: (error: Error) => void;
}

/**
 * Tells every process what a commit changed, after it: to this one at once, to the others by NOTIFY on a connection
 * of its own, many commits in one message. It only wakes: what is lost with a connection is found by those who read
 * again (streams by number, routing and outbox by their sweeps), and a reconnect wakes everybody.
 */
export class NotifyBus {
    readonly #parts: BusParts;
    readonly #listeners = new Set<Listener>();
    #client: pg.Client | null = null;
    #pending: Signals = noSignals();
    #flushing = false;
    #closed = false;

    constructor(parts: BusParts) {
        this.#parts = parts;
    }

    async start(): Promise<void> {
        await this.#connect();
    }

    subscribe(listener: Listener): () => void {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    /** Called by the store after each commit; never throws. */
    publish(signals: Signals): void {
        this.#deliver(signals);
        for (const name of SETS) for (const id of signals[name]) this.#pending[name].add(id);
        for (const flag of FLAGS) this.#pending[flag] ||= signals[flag];
        void this.#flush();
    }

    async close(): Promise<void> {
        this.#closed = true;
        await this.#client?.end().catch(() => undefined);
    }

    #deliver(signals: Signals): void {
        for (const listener of this.#listeners) listener(signals);
    }

    async #flush(): Promise<void> {
        if (this.#flushing) return;
        this.#flushing = true;
        try {
            // Lets the commits of this turn of the event loop join.
            await new Promise(setImmediate);
            for (let message = this.#take(); message; message = this.#take())
                await this.#client?.query('select pg_notify($1, $2)', [CHANNEL, message]);
        } catch (error) {
            this.#parts.onError(error as Error);
        } finally {
            this.#flushing = false;
        }
    }

    /** As much of what is pending as one message holds; null where nothing is. */
    #take(): string | null {
        const sets: Wire['sets'] = {};
        let room = MOST_BYTES - 400;
        for (const name of SETS) {
            const ids: number[] = [];
            for (const id of this.#pending[name]) {
                const cost = String(id).length + 1;
                if (cost > room) break;
                room -= cost;
                ids.push(id);
                this.#pending[name].delete(id);
            }
            if (ids.length > 0) sets[name] = ids;
        }
        const flags = FLAGS.filter((flag) => this.#pending[flag]);
        for (const flag of flags) this.#pending[flag] = false;
        if (flags.length === 0 && Object.keys(sets).length === 0) return null;
        return JSON.stringify({ from: this.#parts.processId, sets, flags } satisfies Wire);
    }

    #received(payload: string): void {
        const wire = JSON.parse(payload) as Wire;
        if (wire.from === this.#parts.processId) return;
        const signals = noSignals();
        for (const name of SETS) for (const id of wire.sets[name] ?? []) signals[name].add(id);
        for (const flag of wire.flags) signals[flag] = true;
        this.#deliver(signals);
    }

    async #connect(): Promise<void> {
        const client = new pg.Client({ connectionTimeoutMillis: LONGEST_CONNECT, ...this.#parts.settings });
        client.on('error', (error) => this.#parts.onError(error));
        client.on('notification', ({ payload }) => payload && this.#received(payload));
        client.on('end', () => {
            // One that never listened is the business of whoever connects it.
            if (this.#client !== client) return;
            this.#client = null;
            void this.#reconnect();
        });
        try {
            await client.connect();
            await client.query(`listen ${CHANNEL}`);
        } catch (error) {
            void client.end().catch(() => undefined);
            throw error;
        }
        if (this.#closed) return client.end();
        this.#client = client;
    }

    /** One try after the other: two at once would leave a connection behind, and each failure would double them. */
    async #reconnect(): Promise<void> {
        while (!this.#closed && !this.#client) {
            await pause(RECONNECT_AFTER, undefined, { ref: false });
            if (this.#closed) return;
            try {
                await this.#connect();
            } catch (error) {
                this.#parts.onError(error as Error);
                continue;
            }
            this.#deliver({
                ...noSignals(),
                presence: true,
                counters: true,
                outbox: true,
                timers: true,
                clockMoved: true,
                spam: true,
                everything: true,
            });
        }
    }
}
