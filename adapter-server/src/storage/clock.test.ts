import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { DatabaseClock } from './clock.ts';

/** A database whose answers take as long as it is told, and whose clock is this machine's monotonic one. */
function slowDatabase(delays: number[]): pg.Pool {
    const busyFor = (ms: number): void => {
        for (const until = performance.now() + ms; performance.now() < until;);
    };
    const client = {
        query: () => {
            const ms = performance.now();
            // All of the delay comes after the database has looked at its clock: the worst case.
            busyFor(delays.shift() ?? 0);
            return Promise.resolve({ rows: [{ ms, ahead_by: 0 }] });
        },
        release: () => undefined,
    };
    return { connect: () => Promise.resolve(client) } as unknown as pg.Pool;
}

describe('DatabaseClock', () => {
    it('believes the quickest of several answers: the first one bears the cost of the connection', async () => {
        const clock = new DatabaseClock(slowDatabase([120, 40, 0, 40, 40]));
        await clock.sample();
        expect(Math.abs(clock.now() - performance.now())).toBeLessThan(15);
    });

    it('never runs backwards, whatever a later sample says', async () => {
        const pool = slowDatabase([0, 0, 0, 0, 0, 60, 60, 60, 60, 60]);
        const clock = new DatabaseClock(pool);
        await clock.sample();
        const before = clock.now();
        await clock.sample();
        expect(clock.now()).toBeGreaterThanOrEqual(before);
    });
});
