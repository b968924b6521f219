import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, minutes } from '../../src/core/duration.ts';
import type { Actor } from '../../src/workflows/outcome.ts';
import { markSpam } from '../../src/workflows/spam.ts';
import { splitMessage } from '../../src/workflows/splitMessage.ts';
import { comesToRest, dismiss, reply } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const split = splitMessage((text) => text.slice(0, 140));

describe('a message about another matter becomes an interaction of its own', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let ben: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 2 });
        ben = await center.agent('Ben', [support], { capacity: 1 });
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    /** Ana has answered; the customer's next mail is about something else. Its message's id. */
    async function twoMatters(): Promise<{ id: number; messageId: number }> {
        const id = await center.thread();
        await center.accept(ana);
        await reply(center, ana, id);
        await center.advance(minutes(5));
        const came = await center.customerReplies(id, { subject: 'And my invoice?' });
        return { id, messageId: came.outcome === 'stored' ? came.messageId : 0 };
    }
    const messagesOf = async (id: number): Promise<number[]> => {
        const { rows } = await center.pool.query<{ id: number }>(
            `select id from messages where interaction_id = $1 order by id`,
            [id],
        );
        return rows.map((row) => row.id);
    };

    it('is refused in the Spam list: nobody is to get it before it is released', async () => {
        const { id, messageId } = await twoMatters();
        await center.do(markSpam, ana, { interactionId: id, reason: 'Scam' });
        expect(
            await center.run('split', (tx) => split(tx, ana.actor, { interactionId: id, messageId })),
        ).toMatchObject({ ok: false, reason: 'It is in the Spam list.' });
        expect(await messagesOf(id)).toContain(messageId);
    });

    it('it is with whoever split it off, and waits since it arrived', async () => {
        const { id, messageId } = await twoMatters();
        const arrived = center.clock.at;
        await center.advance(minutes(10));
        const own = (await center.do(split, ana, { interactionId: id, messageId })).interactionId;
        expect(await center.interaction(own)).toMatchObject({
            subject: 'And my invoice?',
            routing_state: 'assigned',
            agent_id: ana.id,
            status: 'open',
            waiting_since: arrived,
            original_agent_id: null,
        });
        expect(await messagesOf(own)).toEqual([messageId]);
        // Nothing in the old one waits any more; it stays Ana's.
        expect(await center.interaction(id)).toMatchObject({ waiting_since: null, agent_id: ana.id });
        expect((await center.journal(id)).at(-1)).toBe('split_off');
        expect(await center.journal(own)).toEqual(['split_from', 'pulled']);
    });

    it('is left to whoever works on it; who leads may do it', async () => {
        const { id, messageId } = await twoMatters();
        await center.arrives(ben);
        const asks = (actor: Actor) =>
            center.run('split', (tx) => split(tx, actor, { interactionId: id, messageId }));
        expect(await asks(ben.actor)).toMatchObject({
            ok: false,
            reason: 'Ana Test is working on it.',
            nextStep: 'Ask Ana Test, or a team lead.',
        });
        expect(await messagesOf(id)).toContain(messageId);
        expect(await asks({ ...ben.actor, role: 'manager' })).toMatchObject({ ok: true });
    });

    it('what answers it later follows it', async () => {
        const { id, messageId } = await twoMatters();
        const own = (await center.do(split, ana, { interactionId: id, messageId })).interactionId;
        await reply(center, ana, own, 'Here is your invoice.');
        const came = await center.customerReplies(own);
        expect(came).toMatchObject({ outcome: 'stored', interactionId: own });
    });

    it('without a free slot it goes into the queue', async () => {
        const { id, messageId } = await twoMatters();
        await center.thread();
        await center.accept(ana);
        const own = (await center.do(split, ana, { interactionId: id, messageId })).interactionId;
        expect(await center.interaction(own)).toMatchObject({ routing_state: 'queued', status: 'new' });
    });

    it('a hold ends where the waiting message went', async () => {
        const { id, messageId } = await twoMatters();
        await dismiss(center, ana, id).catch(() => undefined);
        await reply(center, ana, id);
        await dismiss(center, ana, id);
        await center.advance(hours(1));
        await center.arrives(ben);
        await center.thread();
        await center.thread();
        const came = await center.customerReplies(id, { subject: 'A third thing' });
        const third = came.outcome === 'stored' ? came.messageId : 0;
        expect(third).toBeGreaterThan(messageId);
        const before = await center.interaction(id);
        expect(['held', 'offered']).toContain(before.routing_state);
        await center.do(split, ben, { interactionId: id, messageId: third });
        expect(await center.interaction(id)).toMatchObject({ routing_state: 'idle', waiting_since: null });
    });

    it('is refused for what is not a customer’s, and for the last of the thread', async () => {
        const id = await center.thread();
        await center.accept(ana);
        const [only] = await messagesOf(id);
        const refusal = await center.run('split', (tx) =>
            split(tx, ana.actor, { interactionId: id, messageId: only ?? 0 }),
        );
        expect(refusal).toMatchObject({ ok: false, nextStep: 'Transfer the whole interaction instead.' });
    });
});
