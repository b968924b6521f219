import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { closeInteraction } from '../../src/workflows/closeInteraction.ts';
import { setPriority } from '../../src/workflows/setPriority.ts';
import { comesToRest, disposition } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('the priority of an interaction', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 3 });
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });
    const arriving = async (n: number): Promise<number[]> => {
        const ids: number[] = [];
        for (let k = 0; k < n; k += 1) {
            center.clock.at += 1;
            ids.push(await center.thread());
        }
        return ids;
    };

    it('set by hand: it goes before all of a lower one, and keeps its place among its equals', async () => {
        const [first = 0, second = 0, third = 0, fourth = 0] = await arriving(4);
        const place = async (id: number) =>
            (await center.pool.query(`select queued_at from interactions where id = $1`, [id])).rows;
        const before = await place(second);
        // Set last, and yet before the fourth, which came later.
        await center.do(setPriority, ana, { interactionId: fourth, priority: 'high' });
        await center.do(setPriority, ana, { interactionId: second, priority: 'high' });
        await center.do(setPriority, ana, { interactionId: first, priority: 'low' });
        expect(await place(second)).toEqual(before);
        await center.arrives(ana);
        expect(await center.ringingAt(ana)).toEqual([second, fourth, third]);
    });

    it('is in the journal once, and nobody owns it more than before', async () => {
        const [id = 0] = await arriving(1);
        await center.do(setPriority, ana, { interactionId: id, priority: 'urgent' });
        await center.do(setPriority, ana, { interactionId: id, priority: 'urgent' });
        const { rows } = await center.pool.query(
            `select agent_id, data from journal where interaction_id = $1 and kind = 'priority_set'`,
            [id],
        );
        expect(rows).toEqual([{ agent_id: ana.id, data: { from: 0, to: 2 } }]);
        expect(await center.interaction(id)).toMatchObject({ priority: 2, agent_id: null });
    });

    it('of what is closed it stays as it is', async () => {
        await center.arrives(ana);
        const [interactionId = 0] = await arriving(1);
        await center.accept(ana);
        const dispositionId = await disposition(center, 'Solved');
        await center.do(closeInteraction, ana, { interactionId, dispositionId, notes: '' });
        const refused = await center.run('test', (tx) =>
            setPriority(tx, ana.actor, { interactionId, priority: 'high' }),
        );
        expect(refused).toMatchObject({ ok: false, reason: 'It is Closed.', nextStep: 'Reopen it first.' });
    });
});
