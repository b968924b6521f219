import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Transaction } from '../../src/storage/transaction.ts';
import { comesToRest } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

/** What rings with the commit that stores it, without any drain (`settle`), and what is left to the drain. */
describe('R1: a lone arrival', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 5 });
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    const arrives = async (): Promise<number> => {
        const outcome = await center.arrivesMail({}, false);
        if (outcome.outcome !== 'stored') throw new Error(outcome.outcome);
        return outcome.interactionId;
    };
    async function whileElsewhere(sql: string, work: () => Promise<void>): Promise<void> {
        const elsewhere = await center.pool.connect();
        try {
            await elsewhere.query(`begin; ${sql}`);
            await work();
        } finally {
            await elsewhere.query('rollback');
            elsewhere.release();
        }
    }
    /** Until the drain, which `settle` runs, gives it to the agent. */
    async function isLeftToTheDrain(interactionId: number): Promise<void> {
        expect(await center.interaction(interactionId)).toMatchObject({ routing_state: 'queued' });
        await center.settle();
        expect(await center.ringingAt(ana)).toContain(interactionId);
    }

    it('rings at once, and the timeline says that it was queued and offered', async () => {
        await center.arrives(ana);
        const id = await arrives();
        expect(await center.ringingAt(ana)).toEqual([id]);
        const { rows } = await center.pool.query(
            `select kind from journal where interaction_id = $1 and kind <> 'acknowledged' order by seq`,
            [id],
        );
        expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual([
            'received',
            'queued_new',
            'offered_queue',
        ]);
    });

    it('does not overtake what waits already', async () => {
        const first = await arrives();
        await center.pool.query(`update agents set chosen_status = 'available', connected = true`);
        const second = await arrives();
        expect(await center.ringingAt(ana)).toEqual([]);
        await center.arrives(ana);
        expect(await center.ringingAt(ana)).toEqual([first, second]);
    });

    it('nor what came into its line while it looked who is free', async () => {
        const before = await arrives();
        await center.pool.query(`update interactions set routing_state = 'idle' where id = $1`, [before]);
        await center.arrives(ana);
        const run = Transaction.prototype.run;
        const asked = jest.spyOn(Transaction.prototype, 'run').mockImplementation(async function (
            this: Transaction,
            query,
            values,
        ) {
            const rows = await run.call(this, query, values);
            if (query.name === 'routing_candidates')
                await center.pool.query(`update interactions set routing_state = 'queued' where id = $1`, [
                    before,
                ]);
            return rows;
        } as typeof run);
        try {
            expect(await center.interaction(await arrives())).toMatchObject({ routing_state: 'queued' });
        } finally {
            asked.mockRestore();
        }
        await center.settle();
        expect((await center.ringingAt(ana))[0]).toBe(before);
    });

    it('waits for nobody who drains its line', async () => {
        await center.arrives(ana);
        await whileElsewhere(
            `select pg_advisory_xact_lock(hashtextextended('drain:${support}:email', 0))`,
            async () => {
                expect(await center.interaction(await arrives())).toMatchObject({ routing_state: 'queued' });
            },
        );
        await center.settle();
        expect(await center.ringingAt(ana)).toHaveLength(1);
    });

    it('waits for no agent who is being given something else', async () => {
        await center.arrives(ana);
        let id = 0;
        await whileElsewhere('select 1 from agent_channels for update', async () => {
            id = await arrives();
        });
        await isLeftToTheDrain(id);
    });

    it('waits in the queue where nobody is free, has the skill, or it is closed', async () => {
        const unavailable = await arrives();
        expect(await center.interaction(unavailable)).toMatchObject({ routing_state: 'queued' });
        await center.arrives(ana);
        await center.pool.query('update queues set is_open = false');
        const closed = await arrives();
        expect(await center.interaction(closed)).toMatchObject({ routing_state: 'queued' });
        await center.pool.query('update queues set is_open = true');
        await center.settle();
    });
});
