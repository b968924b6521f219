import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { minutes } from '../../src/core/duration.ts';
import { addBlock, blockSender, markSpam, releaseSpam, removeBlock } from '../../src/workflows/spam.ts';
import { transferInteraction } from '../../src/workflows/transferInteraction.ts';
import { pullInteraction, returnToQueue } from '../../src/workflows/moveInteraction.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { setPending } from '../../src/workflows/changeInteractionStatus.ts';
import { answeredThread, comesToRest } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const pest = (address: string) => ({ from: { name: 'Pest', address } });

describe('E12: spam and block', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let ben: TestAgent;
    let root: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support]);
        ben = await center.agent('Ben', [support]);
        root = await center.agent('Root', [support], { role: 'admin' });
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });
    const refused = async (outcome: Promise<{ ok: boolean }>) =>
        expect(await outcome).toMatchObject({ ok: false });
    const acknowledged = () => center.sent.filter((mail) => mail.automatic).length;
    const counted = async () => {
        const { rows } = await center.pool.query<{ n: number; messages: number }>(
            `select (select count(*)::int from interactions) as n, (select count(*)::int from messages where direction = 'inbound') as messages`,
        );
        return rows[0];
    };
    const blocked = async (interactionId: number, scope: 'sender' | 'domain' = 'sender', by = ana) =>
        (await center.do(blockSender, by, { interactionId, scope, reason: 'Sells lamps' })).blockId;

    it('marked as spam it leaves the line, an inbox and an offer, and nobody gets it', async () => {
        const waiting = await center.thread();
        await center.do(markSpam, ana, { interactionId: waiting, reason: '' });
        await center.arrives(ana);
        expect(await center.ringingAt(ana)).toEqual([]);
        const ringing = await center.thread();
        await center.do(markSpam, ana, { interactionId: ringing, reason: 'Lamps' });
        expect(await center.ringingAt(ana)).toEqual([]);
        const had = await center.thread();
        await center.accept(ana);
        await center.do(markSpam, ana, { interactionId: had, reason: 'Lamps' });
        expect(await center.interaction(had)).toMatchObject({
            routing_state: 'idle',
            agent_id: null,
            why: { kind: 'marked_spam', byAgentId: ana.id, reason: 'Lamps' },
        });
        expect(await center.journal(had)).toContain('marked_spam');
    });

    it('what the customer writes on it is kept, and neither routed nor acknowledged', async () => {
        await center.arrives(ana);
        const id = await answeredThread(center, ana);
        await center.do(markSpam, ana, { interactionId: id, reason: '' });
        const before = acknowledged();
        await center.customerReplies(id);
        expect(await center.interaction(id)).toMatchObject({ routing_state: 'idle', waiting_since: null });
        expect(acknowledged()).toBe(before);
        expect(await counted()).toEqual({ n: 1, messages: 2 });
    });

    it("a blocked sender's mail is one message of one interaction in the Spam list, unacknowledged", async () => {
        await blocked(await center.thread(pest('pest@shop.example.com')));
        const before = acknowledged();
        await center.arrives(ana);
        const id = await center.thread(pest('Pest+Offer@Shop.example.com'));
        expect(await center.interaction(id)).toMatchObject({
            routing_state: 'idle',
            waiting_since: null,
            why: { kind: 'blocked_sender', scope: 'sender', reason: 'Sells lamps', byAgentId: ana.id },
        });
        expect(await counted()).toEqual({ n: 2, messages: 2 });
        expect(acknowledged()).toBe(before);
        expect(await center.ringingAt(ana)).toEqual([]);
        const other = await center.thread(pest('other@shop.example.com'));
        expect(await center.ringingAt(ana)).toEqual([other]);
    });

    it('a blocked colleague who writes on a live thread is kept apart from it', async () => {
        await center.arrives(ana);
        const id = await answeredThread(center, ana);
        await center.do(addBlock, root, {
            scope: 'sender',
            address: 'pest@customer.example.com',
            reason: '',
        });
        const outcome = await center.customerReplies(id, pest('pest@customer.example.com'));
        expect(outcome).toMatchObject({ outcome: 'stored' });
        expect(await counted()).toMatchObject({ n: 2 });
        expect(await center.interaction(id)).toMatchObject({ waiting_since: null });
    });

    it('a domain is blocked by leads alone, and its whole mail is', async () => {
        const id = await center.thread(pest('pest@shop.example.com'));
        await refused(
            center.run('t', (tx) =>
                blockSender(tx, ana.actor, { interactionId: id, scope: 'domain', reason: '' }),
            ),
        );
        await blocked(id, 'domain', root);
        const other = await center.thread(pest('other@shop.example.com'));
        expect(await center.interaction(other)).toMatchObject({ why: { scope: 'domain' } });
    });

    it('released it is routed with its original arrival, as it was before; not acknowledged', async () => {
        await blocked(await center.thread(pest('pest@shop.example.com')));
        const arrivedAt = center.clock.at;
        const id = await center.thread(pest('pest@shop.example.com'));
        await center.advance(minutes(10));
        await center.arrives(ana);
        const before = acknowledged();
        await center.do(releaseSpam, root, { interactionId: id });
        expect(await center.ringingAt(ana)).toEqual([id]);
        expect(await center.interaction(id)).toMatchObject({ waiting_since: arrivedAt });
        expect(acknowledged()).toBe(before);
        expect(await center.journal(id)).toContain('spam_released');
        await refused(center.run('t', (tx) => releaseSpam(tx, root.actor, { interactionId: id })));
    });

    it('unblocking releases what the block kept, and lets later mail through', async () => {
        const first = await center.thread(pest('pest@shop.example.com'));
        const blockId = await blocked(first);
        const second = await center.thread(pest('pest@shop.example.com'));
        expect(await center.do(removeBlock, root, { blockId, release: true })).toEqual({
            released: 2,
            left: false,
        });
        const third = await center.thread(pest('pest@shop.example.com'));
        for (const id of [first, second, third])
            expect(await center.interaction(id)).toMatchObject({ routing_state: 'queued' });
        await refused(center.run('t', (tx) => removeBlock(tx, root.actor, { blockId, release: true })));
    });

    it('is worked on by nobody until it is released', async () => {
        const other = await center.thread();
        const interactionId = await center.thread();
        await center.do(markSpam, ana, { interactionId, reason: '' });
        await refused(center.run('t', (tx) => pullInteraction(tx, ana.actor, { interactionId })));
        await refused(center.run('t', (tx) => returnToQueue(tx, root.actor, { interactionId })));
        await refused(
            center.run('t', (tx) =>
                mergeInteraction(tx, root.actor, { interactionId, intoInteractionId: other }),
            ),
        );
        await refused(
            center.run('t', (tx) =>
                transferInteraction(tx, root.actor, {
                    interactionId,
                    toAgentId: ben.id,
                    note: 'Look',
                    holdIfAway: true,
                }),
            ),
        );
        await refused(center.run('t', (tx) => markSpam(tx, ana.actor, { interactionId, reason: '' })));
    });

    it("another agent's work is theirs to mark, or a lead's; a follow-up does not bring spam back", async () => {
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        await refused(center.run('t', (tx) => markSpam(tx, ben.actor, { interactionId: id, reason: '' })));
        const followUpAt = center.clock.at + minutes(30);
        await center.do(setPending, ana, { interactionId: id, followUpAt });
        await center.do(markSpam, root, { interactionId: id, reason: '' });
        await center.advance(minutes(31));
        expect(await center.interaction(id)).toMatchObject({ routing_state: 'idle', follow_up_at: null });
    });
});
