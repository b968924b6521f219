import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { comesToRest } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('R3: among whom an agent was chosen', () => {
    let center: ContactCenter;
    let support: number;
    const why = async (interactionId: number): Promise<unknown> =>
        (await center.interaction(interactionId)).why;
    const here = async (name: string, priority = 'medium'): Promise<TestAgent> => {
        const agent = await center.agent(name, [support], { capacity: 1, priority });
        await center.arrives(agent);
        center.clock.at += 1;
        return agent;
    };

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    it('all who were free for it, though no more are locked than are needed', async () => {
        const ana = await here('Ana');
        const ben = await here('Ben');
        const cleo = await here('Cleo');
        const of = { kind: 'offered_queue', queueId: support };
        expect(await why(await center.thread())).toEqual({ ...of, agentId: ana.id, available: 3 });
        expect(await why(await center.thread())).toEqual({ ...of, agentId: ben.id, available: 2 });
        expect(await why(await center.thread())).toEqual({ ...of, agentId: cleo.id, available: 1 });
    });

    it('and that it was their priority in the queue, where it was', async () => {
        await here('Ana', 'low');
        const ben = await here('Ben', 'high');
        expect(await why(await center.thread())).toMatchObject({
            agentId: ben.id,
            available: 2,
            among: { priority: 'high', count: 1 },
        });
    });
});
