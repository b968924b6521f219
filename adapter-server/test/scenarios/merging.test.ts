import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { minutes } from '../../src/core/duration.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { mail, plain } from '../agentMail.ts';
import { comesToRest, dismiss, pause, reply } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('two threads that become one', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;
    let ben: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 3 });
        ben = await center.agent('Ben', [support], { capacity: 3 });
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    const answeredBy = async (agent: TestAgent): Promise<number> => {
        const id = await center.thread();
        await center.advance(minutes(1));
        await reply(center, agent, id);
        await dismiss(center, agent, id);
        return id;
    };
    const merge = (interactionId: number, intoInteractionId: number) =>
        center.run('merge', (tx) => mergeInteraction(tx, ana.actor, { interactionId, intoInteractionId }));

    it('keep who has answered the customer: what comes next goes to them', async () => {
        const answered = await answeredBy(ana);
        await pause(center, ana);
        const fresh = await center.thread();
        expect(await merge(answered, fresh)).toMatchObject({ ok: true });
        expect(await center.interaction(fresh)).toMatchObject({ original_agent_id: ana.id });
        await reply(center, ana, fresh);
        await dismiss(center, ana, fresh);
        await center.customerReplies(fresh);
        expect(await center.interaction(fresh)).toMatchObject({ routing_state: 'held', held_for: ana.id });
    });

    it('a reply that waits in the one that goes is held for its original agent in the other', async () => {
        const answered = await answeredBy(ana);
        const other = await answeredBy(ben);
        await center.pool.query(`update interactions set original_agent_id = null where id = $1`, [other]);
        await pause(center, ana);
        await center.customerReplies(answered);
        await merge(answered, other);
        expect(await center.interaction(other)).toMatchObject({ routing_state: 'held', held_for: ana.id });
    });

    it('of two who have answered, whoever did so last is the original agent, whichever goes', async () => {
        const [anas, bens] = [await answeredBy(ana), await answeredBy(ben)];
        await merge(anas, bens);
        expect(await center.interaction(bens)).toMatchObject({ original_agent_id: ben.id });
        const last = await answeredBy(ana);
        await merge(last, bens);
        expect(await center.interaction(bens)).toMatchObject({ original_agent_id: ana.id });
    });

    it('a new mail in writing is refused: among other messages it could not be sent any more', async () => {
        const id = await center.thread();
        const written = (
            await center.do(mail.start, ana, { queueId: support, address: 'jo@customer.example.com' })
        ).interactionId;
        for (const refused of [await merge(id, written), await merge(written, id)])
            expect(refused).toMatchObject({ ok: false, nextStep: 'Send it or discard it first.' });
        await center.do(mail.sendNew, ana, {
            ...plain,
            interactionId: written,
            to: ['jo@customer.example.com'],
            subject: 'Your visit',
            text: 'Hello',
        });
        expect(await merge(written, id)).toMatchObject({ ok: true });
    });
});
