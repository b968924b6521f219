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

    it('slots that become free while it waits for their agent are given what there is for them', async () => {
        const ana = await center.agent('Ana', [support], { capacity: 5 });
        await center.arrives(ana);
        await center.pool.query('update agent_channels set load = 5');
        for (let n = 0; n < 3; n += 1) await center.arrivesMail({}, false);
        await center.pool.query('update agent_channels set load = 4');
        const elsewhere = await center.pool.connect();
        const asked = jest.spyOn(Transaction.prototype, 'run');
        try {
            await elsewhere.query('begin');
            await elsewhere.query('update agent_channels set load = 0');
            const drained = drainQueue(center.store, support, 'email');
            while (!asked.mock.calls.some(([{ name }]) => name.startsWith('agents_lock')))
                await new Promise(setImmediate);
            await elsewhere.query('commit');
            await drained;
            expect(await center.ringingAt(ana)).toHaveLength(3);
        } finally {
            asked.mockRestore();
            elsewhere.release();
        }
    });

    it('an agent whose load is locked for longer than a drain waits for the line gets theirs then', async () => {
        const ana = await center.agent('Ana', [support], { capacity: 5 });
        await center.arrives(ana);
        const elsewhere = await center.pool.connect();
        try {
            await elsewhere.query('begin');
            await elsewhere.query('select 1 from agent_channels for update');
            await center.arrivesMail({}, false);
            const drained = drainQueue(center.store, support, 'email');
            await new Promise((resolve) => setTimeout(resolve, 600));
            await elsewhere.query('commit');
            expect(await drained).toBe(1);
            expect(await center.ringingAt(ana)).toHaveLength(1);
        } finally {
            elsewhere.release();
        }
    });

    it('of a long line no more is locked and numbered than there are slots for', async () => {
        for (let n = 0; n < 20; n += 1) await center.thread();
        const ana = await center.agent('Ana', [support], { capacity: 2 });
        await center.arrives(ana);
        expect(await center.ringingAt(ana)).toHaveLength(2);
        const { rows } = await center.pool.query('select last_value::int as numbered from offers_id_seq');
        expect(rows).toEqual([{ numbered: 2 }]);
    });

    it('a long line rings in its order, each once, though it is read and written in parts', async () => {
        const waiting: number[] = [];
        for (let n = 0; n < 130; n += 1) {
            center.clock.at += 1;
            waiting.push(await center.thread());
        }
        const agents = [];
        for (const name of ['Ana', 'Ben', 'Cleo'])
            agents.push(await center.agent(name, [support], { capacity: 50 }));
        await center.pool.query(`update agents set chosen_status = 'available', connected = true`);
        expect(await drainQueue(center.store, support, 'email')).toBe(130);
        const { rows } = await center.pool.query<{ interaction_id: number }>(
            'select interaction_id from offers order by id',
        );
        expect(rows.map((row) => row.interaction_id)).toEqual(waiting);
        for (const agent of agents) expect((await center.ringingAt(agent)).length).toBeGreaterThan(42);
        for (const agent of agents) await center.arrives(agent);
    });
});
