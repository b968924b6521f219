import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/core/duration.ts';
import { runDueTimers } from '../../src/workflows/runDueTimers.ts';
import { ContactCenter } from '../runningCenter.ts';

describe('a timer that cannot be fired', () => {
    let center: ContactCenter;
    beforeEach(async () => {
        center = await ContactCenter.open();
    });
    afterEach(() => center.close());

    it('is told about, put off, and keeps no other from firing', async () => {
        const now = center.clock.at;
        const nobody = 999_999;
        await center.pool.query(
            `insert into timers (kind, subject_id, due_at) select 'queue_hours', $1 + n, $2 from generate_series(1, 150) n`,
            [nobody, now - 1],
        );
        const support = await center.queue('Support');
        await center.pool.query(
            `insert into timers (kind, subject_id, due_at) values ('queue_hours', $1, $2)`,
            [support, now],
        );
        const errors: unknown[] = [];
        for (let run = 0; run < 2; run += 1) await runDueTimers(center.store, (error) => errors.push(error));
        expect(errors).toHaveLength(150);
        const { rows } = await center.pool.query(`select distinct due_at from timers`);
        expect(rows).toEqual([{ due_at: now + seconds(10) }]);
    });
});
