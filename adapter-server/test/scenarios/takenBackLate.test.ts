import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, minutes, seconds } from '../../src/core/duration.ts';
import { setPending } from '../../src/workflows/changeInteractionStatus.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { markSpam, releaseSpam } from '../../src/workflows/spam.ts';
import { splitMessage } from '../../src/workflows/splitMessage.ts';
import { undoSend } from '../../src/workflows/undoSend.ts';
import { draftOf, mail, plain, setUndoFor } from '../agentMail.ts';
import { close, comesToRest, disposition } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const split = splitMessage((text) => text.slice(0, 140));

describe('a mail that is taken back after the interaction went on', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let id: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 2 });
        await center.arrives(ana);
        await setUndoFor(center, seconds(10));
        id = await center.thread();
        await center.accept(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    const later = () => center.clock.at + hours(3);
    const schedule = async (): Promise<number> =>
        (await center.do(mail.reply, ana, { ...plain, interactionId: id, text: 'Later', sendAt: later() }))
            .messageId;

    const firstMessage = async (): Promise<number> =>
        (
            await center.pool.query<{ id: number }>(
                `select min(id)::int as id from messages where interaction_id = $1`,
                [id],
            )
        ).rows[0]?.id ?? 0;
    const answers = async (text: string) =>
        (await center.do(mail.reply, ana, { ...plain, interactionId: id, text })).messageId;

    it('leaves nobody waiting where a later answer has left, and its agent the original one', async () => {
        const first = await schedule();
        await answers('Now');
        await center.advance(seconds(10));
        await center.do(undoSend, ana, { messageId: first });
        expect(await center.interaction(id)).toMatchObject({
            waiting_since: null,
            status: 'open',
            original_agent_id: ana.id,
        });
        expect(await draftOf(center, id)).toMatchObject({ text: 'Later' });
    });

    it('leaves the customer waiting since their arrival once every answer is taken back, in whatever order', async () => {
        const before = await center.interaction(id);
        for (const newestFirst of [true, false]) {
            const sent = [await schedule(), await answers('Now')];
            for (const [n, messageId] of (newestFirst ? sent.reverse() : sent).entries()) {
                if (n === 1) expect(await center.interaction(id)).toMatchObject({ waiting_since: null });
                await center.do(undoSend, ana, { messageId });
            }
            const after = await center.interaction(id);
            for (const field of ['status', 'waiting_since', 'original_agent_id', 'agent_id'] as const)
                expect([newestFirst, field, after[field]]).toEqual([newestFirst, field, before[field]]);
        }
    });

    it('a forward that left answers nobody', async () => {
        const { waiting_since: arrived } = await center.interaction(id);
        const messageId = await schedule();
        await center.do(mail.forward, ana, {
            ...plain,
            interactionId: id,
            messageId: await firstMessage(),
            to: ['store@partner.example.com'],
            text: 'Can you help?',
        });
        await center.advance(seconds(10));
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({ waiting_since: arrived });
    });

    it('comes back where its interaction went, though it is merged at that moment', async () => {
        const into = await center.thread({ from: { name: 'Jo', address: 'jo@customer.example.com' } });
        const messageId = await schedule();
        let undone: Promise<unknown> = Promise.resolve();
        await center.store.transaction('test', async (tx) => {
            const merged = await mergeInteraction(tx, ana.actor, {
                interactionId: id,
                intoInteractionId: into,
            });
            expect(merged.ok).toBe(true);
            undone = center.store.transaction('undo', (other) => undoSend(other, ana.actor, { messageId }));
            await center.untilBlocked();
        });
        expect(await undone).toEqual({ ok: true, value: { interactionId: into } });
        expect(await draftOf(center, into)).toMatchObject({ text: 'Later' });
        expect(await center.journal(into)).toContain('send_undone');
        expect(await center.interaction(id)).toMatchObject({ status: 'closed', routing_state: 'idle' });
    });

    it('a mail that leaves while its interaction is merged is noted where it went', async () => {
        const into = await center.thread({ from: { name: 'Jo', address: 'jo@customer.example.com' } });
        await answers('Now');
        let noted: Promise<void> = Promise.resolve();
        await center.store.transaction('test', async (tx) => {
            await mergeInteraction(tx, ana.actor, { interactionId: id, intoInteractionId: into });
            noted = center.advance(seconds(10));
            await center.untilBlocked();
        });
        await noted;
        expect(await center.journal(into)).toContain('sent');
        expect((await center.journal(id)).filter((kind) => kind === 'sent')).toHaveLength(1);
    });

    it('is not Pending again without a follow-up where the customer wrote meanwhile', async () => {
        await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(5) });
        const messageId = await schedule();
        await center.advance(seconds(1));
        await center.customerReplies(id);
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({ status: 'open', follow_up_at: null });
    });

    it('waits for nobody where it was closed meanwhile; its draft is there', async () => {
        const messageId = await schedule();
        await close(center, ana, id, await disposition(center, 'Solved'));
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({
            status: 'closed',
            waiting_since: null,
            // Who closed it is its original agent, whatever they sent before.
            original_agent_id: ana.id,
        });
        expect(await draftOf(center, id)).toMatchObject({ text: 'Later' });
    });

    it('sent and closed, and reopened by the customer: who closed it stays its original agent', async () => {
        const { messageId } = await center.do(mail.reply, ana, {
            ...plain,
            interactionId: id,
            text: 'Later',
            sendAt: later(),
            close: { dispositionId: await disposition(center, 'Solved'), notes: '' },
        });
        await center.advance(seconds(1));
        await center.arrivesMail({ inReplyTo: ['<m1@customer.example.com>'] });
        expect(await center.interaction(id)).toMatchObject({ status: 'open' });
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({ status: 'open', original_agent_id: ana.id });
    });

    it('waits for nobody where its message was split off meanwhile', async () => {
        await answers('First');
        await center.advance(minutes(5));
        const came = await center.customerReplies(id, { subject: 'And my invoice?' });
        const second = came.outcome === 'stored' ? came.messageId : 0;
        const messageId = await schedule();
        const own = await center.do(split, ana, { interactionId: id, messageId: second });
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({ waiting_since: null });
        expect(await center.interaction(own.interactionId)).toMatchObject({ waiting_since: center.clock.at });
    });

    it('waits for what was not split off', async () => {
        const { waiting_since: arrived } = await center.interaction(id);
        await center.advance(minutes(5));
        const came = await center.arrivesMail({ inReplyTo: ['<m1@customer.example.com>'] });
        const second = came.outcome === 'stored' ? came.messageId : 0;
        const messageId = await schedule();
        await center.do(split, ana, { interactionId: id, messageId: second });
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({ waiting_since: arrived });
    });

    it('is brought back whatever was typed, half a character too', async () => {
        const messageId = await answers('Cut here: \ud842');
        await center.do(undoSend, ana, { messageId });
        expect(await draftOf(center, id)).toMatchObject({ text: 'Cut here: \ufffd' });
    });

    it('rings at nobody where it was marked as spam meanwhile, and waits from its arrival once released', async () => {
        const { waiting_since: arrived } = await center.interaction(id);
        const messageId = await schedule();
        await center.do(markSpam, ana, { interactionId: id, reason: 'Scam' });
        await center.advance(seconds(5));
        await center.do(undoSend, ana, { messageId });
        expect(await center.interaction(id)).toMatchObject({ routing_state: 'idle', waiting_since: null });
        await center.do(releaseSpam, ana, { interactionId: id });
        expect(await center.interaction(id)).toMatchObject({ waiting_since: arrived });
    });
});
