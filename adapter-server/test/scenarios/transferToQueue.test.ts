import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/core/duration.ts';
import { transferInteraction } from '../../src/workflows/transferInteraction.ts';
import { comesToRest, decline, pause, resume } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('E10: a transfer to a queue', () => {
    let center: ContactCenter;
    let title: number;
    let ana: TestAgent;
    let tom: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        title = await center.queue('Title', { address: 'title@example.com' });
        ana = await center.agent('Ana', [support, title], { capacity: 2 });
        tom = await center.agent('Tom', [title], { capacity: 1 });
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    it('enters at its old place, is not offered back to the giver, and takes the note along', async () => {
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        await center.advance(seconds(30));
        await pause(center, ana);
        const later = await center.thread({ to: [{ name: '', address: 'title@example.com' }] });
        await resume(center, ana);
        await decline(center, ana);
        await center.do(transferInteraction, ana, {
            interactionId: id,
            toQueueId: title,
            note: 'About the deed',
            holdIfAway: false,
        });
        expect(await center.ringingAt(ana)).toEqual([]);
        expect((await center.interaction(id)).why).toMatchObject({
            kind: 'transfer_to_queue',
            queueId: title,
        });
        await center.arrives(tom);
        // Older than what waited in the queue before.
        expect(await center.ringingAt(tom)).toEqual([id]);
        const { rows } = await center.pool.query(
            `select transferred_by, transfer_note from interactions where id = $1`,
            [id],
        );
        expect(rows).toEqual([{ transferred_by: ana.id, transfer_note: 'About the deed' }]);
        await center.accept(tom);
        expect((await center.interaction(later)).routing_state).toBe('queued');
        const after = await center.pool.query(
            `select transferred_by, transfer_note from interactions where id = $1`,
            [id],
        );
        expect(after.rows).toEqual([{ transferred_by: null, transfer_note: null }]);
    });

    it('is refused where it waits already', async () => {
        const id = await center.thread();
        await expect(
            center.do(transferInteraction, ana, {
                interactionId: id,
                toQueueId: (
                    await center.pool.query<{ queue_id: number }>(`select queue_id from interactions`)
                ).rows[0]?.queue_id,
                note: 'x',
                holdIfAway: false,
            }),
        ).rejects.toThrow('It waits in Support already.');
    });
});
