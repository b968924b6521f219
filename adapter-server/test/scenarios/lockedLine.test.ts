import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Transaction } from '../../src/storage/transaction.ts';
import { drainQueue } from '../../src/workflows/routing/drain.ts';
import { comesToRest } from '../agentWork.ts';
import { ContactCenter } from '../runningCenter.ts';

describe('R1: a line of which somebody has something locked', () => {
    let center: ContactCenter;
    let support: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    it('what nobody present can take is locked by nobody who waits for the others', async () => {
        const [first = 0, second = 0] = await Promise.all([center.thread(), center.thread()]);
        await center.pool.query(`update interactions set required_skills = '{Latin}' where id = $1`, [first]);
        const ana = await center.agent('Ana', [support], { capacity: 5 });
        const elsewhere = await center.pool.connect();
        const asked = jest.spyOn(Transaction.prototype, 'run');
        try {
            await elsewhere.query('begin');
            await elsewhere.query('select 1 from interactions where id = $1 for update', [first]);
            await center.arrives(ana);
            await drainQueue(center.store, support, 'email');
            expect(await center.ringingAt(ana)).toEqual([second]);
            const names = asked.mock.calls.map(([{ name }]) => name);
            expect(names).toContain('routing_line_begin');
            // Asked without waiting only where waiting has taken too long.
            expect(names).not.toContain('routing_line_begin_unlocked');
        } finally {
            asked.mockRestore();
            await elsewhere.query('rollback');
            elsewhere.release();
        }
    });
});
