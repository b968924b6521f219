import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { comesToRest } from '../agentWork.ts';
import type { TestAgent } from '../centerRows.ts';
import { lookAtInvariants } from '../invariants.ts';
import { ContactCenter } from '../runningCenter.ts';

/** Decision 16: what a routing decision writes has no foreign keys, and is as safe without. */
describe('who and what a routing decision names', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let interactionId: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 5 });
        await center.arrives(ana);
        interactionId = await center.thread();
        expect(await center.ringingAt(ana)).toEqual([interactionId]);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    /** With nothing else that names it but what `alone` leaves, and as it was afterwards. */
    async function deleting(from: 'interactions' | 'agents', id: number, alone: string): Promise<void> {
        const client = await center.pool.connect();
        try {
            await client.query('begin');
            await client.query(alone);
            await client.query(`delete from ${from} where id = $1`, [id]);
        } finally {
            await client.query('rollback');
            client.release();
        }
    }

    it.each([
        ['its journal', 'delete from offers'],
        ['an offer', 'delete from journal'],
    ])('an interaction is not deleted while %s names it', async (_by, alone) => {
        await expect(deleting('interactions', interactionId, alone)).rejects.toThrow(
            `interaction ${interactionId} is named by its journal or by offers: delete these first`,
        );
    });

    it.each([
        ['an interaction', 'delete from offers'],
        ['an offer', `update interactions set agent_id = null, routing_state = 'idle'`],
        [
            'a journal',
            `update interactions set agent_id = null, routing_state = 'idle'; delete from offers; update journal set agent_id = 1`,
        ],
    ])('an agent is not deleted while %s names them', async (_by, alone) => {
        expect(ana.id).toBe(1);
        await expect(deleting('agents', ana.id, alone)).rejects.toThrow(
            `agent ${ana.id} is named by interactions, offers or journals`,
        );
    });

    it('what names something that is not there would be found', async () => {
        const dangling = async (): Promise<unknown[]> =>
            (await lookAtInvariants(center.pool, center.clock.now())).flatMap(({ rule, rows }) =>
                rule === 'every interaction and agent that is named is there' ? rows : [],
            );
        expect(await dangling()).toEqual([]);
        await center.pool.query(
            `insert into journal (interaction_id, seq, at, kind, agent_id, data) values (999, 1, 0, 'noted', 998, '{}')`,
        );
        expect(await dangling()).toEqual([{ what: 'journal', interaction_id: 999, agent_id: 998 }]);
        await center.pool.query('delete from journal where interaction_id = 999');
    });
});
