import type pg from 'pg';
import type { Duration, Instant } from '../core/duration.ts';
import type { Clock } from '../ports/clock.ts';

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
        const before = performance.now();
        const result = await this.#pool.query<{ ms: number; ahead_by: number }>(
            `select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms, ahead_by from clock_offset`,
        );
        const row = result.rows[0];
        if (!row) throw new Error('clock_offset is empty: run the migrations first');
        const after = performance.now();
        this.#base = row.ms;
        this.#sampledAt = (before + after) / 2;
        this.#ahead = row.ahead_by;
    }

    /** PATCHBAY_TEST_CLOCK only. Every process samples again when it is told. */
    async moveAhead(by: Duration): Promise<void> {
        await this.#pool.query(`update clock_offset set ahead_by = ahead_by + $1`, [by]);
        await this.sample();
    }
}
