import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours } from '../../src/core/duration.ts';
import { setPending } from '../../src/workflows/changeInteractionStatus.ts';
import { comesToRest, dismiss, pause, reply, resume } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('E8: Pending returns to who set it', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let ben: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 1 });
        ben = await center.agent('Ben', [support], { capacity: 1 });
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    /** Ben takes Ana's answered thread, promises to look again in an hour, and puts it out of his inbox. */
    async function bensPromise(answered: boolean): Promise<number> {
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        if (answered) await reply(center, ana, id);
        await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(1) });
        await dismiss(center, ana, id);
        await center.arrives(ben);
        if (answered) {
            await center.do(setPending, ben, { interactionId: id, followUpAt: center.clock.at + hours(1) });
            await dismiss(center, ben, id);
        }
        return id;
    }
    const rows = async (id: number) => {
        const i = await center.interaction(id);
        return [i.routing_state, i.held_for ?? i.agent_id, i.original_agent_id];
    };

    it('nobody becomes the original agent by it', async () => {
        const id = await bensPromise(false);
        expect(await rows(id)).toEqual(['idle', null, null]);
        await center.advance(hours(1) - 1);
        expect((await center.interaction(id)).status).toBe('pending');
        await center.advance(1);
        expect(await rows(id)).toEqual(['offered', ana.id, null]);
        expect((await center.interaction(id)).why).toEqual({ kind: 'returned_followup', agentId: ana.id });
        await center.accept(ana);
        expect(await rows(id)).toEqual(['assigned', ana.id, null]);
    });

    it('is held for whoever set it while they are away, not for the original agent', async () => {
        const id = await bensPromise(true);
        await pause(center, ben);
        await center.advance(hours(1));
        expect(await rows(id)).toEqual(['held', ben.id, ana.id]);
        await resume(center, ben);
        expect(await rows(id)).toEqual(['offered', ben.id, ana.id]);
    });

    it('goes to the queue at the deadline that E4 gives it', async () => {
        const id = await bensPromise(true);
        await pause(center, ben);
        await pause(center, ana);
        await center.advance(hours(1));
        await center.advance(hours(16) - 1);
        expect(await rows(id)).toEqual(['held', ben.id, ana.id]);
        await center.advance(1);
        expect(await rows(id)).toEqual(['queued', null, ana.id]);
    });

    it("a customer's reply before the date goes to the original agent", async () => {
        const id = await bensPromise(true);
        await center.customerReplies(id);
        expect(await rows(id)).toEqual(['offered', ana.id, ana.id]);
        expect((await center.interaction(id)).status).toBe('open');
    });
});
