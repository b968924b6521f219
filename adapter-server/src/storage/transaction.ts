import type pg from 'pg';
import type { Instant } from '../core/duration.ts';
import type { Clock } from '../ports/clock.ts';
import { isConnectionLoss, isContention, runStatement, statement, type Statement } from './database.ts';
import { noSignals, type Signals } from './signals.ts';
import { appendStreamEvents, type StreamRecord } from './streams.ts';

/**
 * How long rows may wait for others of their kind. `statement`: until anything else is sent, as others name them.
 * `read`: until the transaction reads. `commit`: nothing reads them before it.
 */
type Until = 'statement' | 'read' | 'commit';
const WAITS_FOR = { statement: 0, read: 1, commit: 2 } as const satisfies Record<Until, number>;

/** Rows of one kind that a transaction writes in one statement, however many they become. */
export interface Gathered<Row> {
    /** Unique in the process. */
    readonly name: string;
    readonly until: Until;
    /** Among those that are due together: what is named by others goes before them. */
    readonly place: number;
    readonly write: (tx: Transaction, rows: readonly Row[]) => unknown;
}

interface Gathering {
    readonly until: Until;
    readonly place: number;
    readonly rows: Map<unknown, unknown>;
    write(tx: Transaction): void;
}

/** What a process keeps between transactions. Whoever keeps something asks the database whether it still holds. */
export type ProcessMemory = Map<string, unknown>;

/** One database transaction: everything it writes becomes true together, or not at all. */
export class Transaction {
    readonly signals = noSignals();
    readonly now: Instant;
    readonly memory: ProcessMemory;
    readonly #client: pg.ClientBase;
    readonly #streamed: StreamRecord[] = [];
    readonly #sent: Promise<unknown>[] = [];
    readonly #gathered = new Map<string, Gathering>();
    #failure: { readonly error: unknown } | null = null;
    #isOver = false;

    constructor(client: pg.ClientBase, now: Instant, memory: ProcessMemory = new Map()) {
        this.#client = client;
        this.now = now;
        this.memory = memory;
    }

    run<Row>(query: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
        if (this.#isOver) return Promise.reject(new Error(`${query.name} came after its transaction`));
        this.#writeGathered('read');
        return this.#send(query, values);
    }

    /** Remembers the first that fails, whoever waits for it: those behind it say only that the transaction is over. */
    async #send<Row>(query: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
        try {
            return await runStatement(this.#client, query, values);
        } catch (error) {
            this.#failure ??= { error };
            throw error;
        }
    }

    async first<Row>(query: Statement<Row>, values: readonly unknown[] = []): Promise<Row | null> {
        return (await this.run(query, values))[0] ?? null;
    }

    /** For statements that always answer a row, such as `insert … returning`. */
    async one<Row>(query: Statement<Row>, values: readonly unknown[] = []): Promise<Row> {
        const row = (await this.run(query, values))[0];
        if (!row) throw new Error(`statement ${query.name} answered no row`);
        return row;
    }

    /**
     * For writes whose answer nobody needs: sent at once and in order, and waited for only before the commit. What
     * fails there fails the transaction. Resolves at once.
     */
    later(query: Statement<unknown>, values: readonly unknown[] = []): Promise<void> {
        if (this.#isOver) return Promise.reject(new Error(`${query.name} came after its transaction`));
        this.#writeGathered('statement');
        this.#sent.push(this.#send(query, values).catch(() => undefined));
        return Promise.resolve();
    }

    /** Keeps a row to be written with others of its kind. A second one under the same key takes the place of the first. */
    gather<Row>(into: Gathered<Row>, key: unknown, row: Row): void {
        let gathering = this.#gathered.get(into.name);
        if (!gathering) {
            const rows = new Map<unknown, Row>();
            const write = (tx: Transaction): unknown => into.write(tx, [...rows.values()]);
            const { until, place } = into;
            gathering = { until, place, rows, write };
            this.#gathered.set(into.name, gathering);
        }
        gathering.rows.set(key, row);
    }

    /** Whether a row waits under this key: it is written as it will be by then. */
    hasGathered(into: Gathered<never>, key: unknown): boolean {
        return this.#gathered.get(into.name)?.rows.has(key) ?? false;
    }

    #writeGathered(until: Until): void {
        if (this.#gathered.size === 0) return;
        const due = [...this.#gathered]
            .filter(([, gathering]) => WAITS_FOR[gathering.until] <= WAITS_FOR[until])
            .sort(([, a], [, b]) => a.place - b.place);
        // Taken out first: writing them sends statements, which ask for what is due in their turn.
        for (const [name] of due) this.#gathered.delete(name);
        for (const [, gathering] of due) gathering.write(this);
    }

    /** Lets the database begin with what has been gathered, while its workflow goes on. */
    async sendAhead(): Promise<void> {
        this.#writeGathered('commit');
        // The connection sends what one turn has written.
        await new Promise(setImmediate);
    }

    /** The error of the statement that failed first. */
    get failure(): { readonly error: unknown } | null {
        return this.#failure;
    }

    /** Resolves when all that was sent ahead has happened; `also` is what goes out behind it. */
    async settled(also: Promise<unknown> = Promise.resolve()): Promise<void> {
        await Promise.allSettled([...this.#sent, also]);
        if (this.#failure) throw this.#failure.error;
        await also;
    }

    /** Addresses something to an agent. Numbers are given out at the end, in agent-id order. */
    tell(agentId: number, kind: StreamRecord['kind'], payload: Record<string, unknown> = {}): void {
        this.#streamed.push({ agentId, kind, payload });
    }

    /** Its connection belongs to somebody else: what still runs of work that failed must not speak on it. */
    end(): void {
        this.#isOver = true;
    }

    /** Called once by the store, last before the commit, so that a stream's row is locked for the shortest time. */
    async finish(): Promise<void> {
        this.#writeGathered('commit');
        if (this.#streamed.length === 0) return;
        await appendStreamEvents(this, this.#streamed);
        for (const event of this.#streamed) this.signals.streams.add(event.agentId);
    }
}

/** The commit was sent and the connection broke before its answer: it may or may not have happened. */
export class CommitUnknownError extends Error {
    constructor(cause: unknown) {
        super('The database connection broke during the commit; whether it happened is unknown.', { cause });
        this.name = 'CommitUnknownError';
    }
}

export interface StoreParts {
    readonly pool: pg.Pool;
    readonly clock: Clock;
    /** Called with the name of a place where a test may kill the process. */
    readonly failpoint: (name: string) => void;
    readonly onCommit: (signals: Signals) => void;
    /** The last work of every transaction: what must follow each change, so that no command can forget it. */
    readonly beforeCommit?: (tx: Transaction) => Promise<void>;
}

const MOST_ATTEMPTS = 8;
const BEGIN = statement('begin', 'begin');

/** The one way to change anything. Lock order inside: interaction, offer, agent, stream. */
export class Store {
    readonly #parts: StoreParts;
    readonly #memory: ProcessMemory = new Map();

    constructor(parts: StoreParts) {
        this.#parts = parts;
    }

    get clock(): Clock {
        return this.#parts.clock;
    }

    /** Runs a read outside any transaction. */
    read<Row>(query: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
        return runStatement(this.#parts.pool, query, values);
    }

    /** A read-only snapshot for several reads that must agree with each other. */
    async snapshot<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
        const client = await this.#parts.pool.connect();
        try {
            await client.query('begin isolation level repeatable read read only');
            const result = await work(new Transaction(client, this.clock.now()));
            await client.query('commit');
            client.release();
            return result;
        } catch (error) {
            await abandon(client, error);
            throw error;
        }
    }

    /**
     * Runs `work` in one transaction and announces it after the commit. Contention is retried: `work` must have no
     * effect outside the transaction. Name: where a test may kill the process, before and after the commit.
     */
    async transaction<T>(name: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
        for (let attempt = 1; ; attempt += 1) {
            try {
                return await this.#attempt(name, work);
            } catch (error) {
                if (!isContention(error) || attempt >= MOST_ATTEMPTS) throw error;
            }
        }
    }

    async #attempt<T>(name: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
        const client = await this.#parts.pool.connect();
        let committing = false;
        const tx = new Transaction(client, this.clock.now(), this.#memory);
        try {
            await tx.later(BEGIN);
            const result = await work(tx);
            await this.#parts.beforeCommit?.(tx);
            await tx.finish();
            this.#parts.failpoint(`${name}:before-commit`);
            committing = true;
            // Behind a statement that failed the server answers it by rolling back: settled() tells of that one.
            await tx.settled(client.query('commit'));
            this.#parts.failpoint(`${name}:after-commit`);
            tx.end();
            client.release();
            this.#parts.onCommit(tx.signals);
            return result;
        } catch (thrown) {
            // Nothing of this transaction may still be on its way when the connection goes back to the others.
            await tx.settled().catch(() => undefined);
            tx.end();
            const error = tx.failure?.error ?? thrown;
            await abandon(client, error);
            if (committing && isConnectionLoss(error)) throw new CommitUnknownError(error);
            throw error;
        }
    }
}

async function abandon(client: pg.PoolClient, error: unknown): Promise<void> {
    if (isConnectionLoss(error)) {
        client.release(true);
        return;
    }
    try {
        await client.query('rollback');
        client.release();
    } catch {
        client.release(true);
    }
}
