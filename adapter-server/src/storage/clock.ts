import type pg from 'pg';
import type { Duration, Instant } from '../core/duration.ts';
import type { Clock } from '../ports/clock.ts';

const ANSWERS = 5;

/**
 * Database time, sampled: several processes on several machines agree on it, and no statement waits to ask for it.
 * Between samples the machine's monotonic clock carries it on, so that a stepped wall clock moves nothing.
 */
export class DatabaseClock implements Clock {
    readonly #pool: pg.Pool;
    #base: Instant = 0;
    #sampledAt = 0;
    #ahead: Duration = 0;
    #last: Instant = 0;

    constructor(pool: pg.Pool) {
        this.#pool = pool;
    }

    now(): Instant {
        const at = Math.floor(this.#base + (performance.now() - this.#sampledAt)) + this.#ahead;
        this.#last = Math.max(this.#last, at);
        return this.#last;
    }

    /** Called at the start and every minute; a failed sample keeps the last one. */
    async sample(): Promise<void> {
        const client = await this.#pool.connect();
        try {
            // Opening a connection and planning the statement take their time: the quickest answer errs least.
            let best = await ask(client);
            for (let left = ANSWERS - 1; left > 0; left -= 1) {
                const next = await ask(client);
                if (next.took < best.took) best = next;
            }
            this.#base = best.at;
            this.#sampledAt = best.sampledAt;
            this.#ahead = best.ahead;
            client.release();
        } catch (error) {
            client.release(true);
            throw error;
        }
    }

    /** PATCHBAY_TEST_CLOCK only. Every process samples again when it is told. */
    async moveAhead(by: Duration): Promise<void> {
        await this.#pool.query(`update clock_offset set ahead_by = ahead_by + $1`, [by]);
        await this.sample();
    }
}

async function ask(
    client: pg.PoolClient,
): Promise<{ at: Instant; ahead: Duration; sampledAt: number; took: number }> {
    const before = performance.now();
    const { rows } = await client.query<{ ms: number; ahead_by: number }>(
        `select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms, ahead_by from clock_offset`,
    );
    const after = performance.now();
    if (!rows[0]) throw new Error('clock_offset is empty: run the migrations first');
    const took = after - before;
    return { at: rows[0].ms, ahead: rows[0].ahead_by, sampledAt: before + took / 2, took };
}
