import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, minutes } from '../../src/core/duration.ts';
import {
    reopenInteraction,
    resolveInteraction,
    setPending,
} from '../../src/workflows/changeInteractionStatus.ts';
import { closeInteraction } from '../../src/workflows/closeInteraction.ts';
import type { Actor, Outcome } from '../../src/workflows/outcome.ts';
import type { Transaction } from '../../src/storage/transaction.ts';
import {
    answeredThread,
    close,
    comesToRest,
    dismiss,
    disposition,
    pause,
    reply,
    resume,
    sendReplyWorkflow,
    vanishes,
} from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('E8 and E9: statuses, closing and wrap-up', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;
    let ben: TestAgent;
    let solved: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 1 });
        ben = await center.agent('Ben', [support], { capacity: 1 });
        solved = await disposition(center, 'Solved', support);
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    const try_ = <A, T>(work: (tx: Transaction, actor: Actor, args: A) => Promise<Outcome<T>>, args: A) =>
        center.run('test', (tx) => work(tx, ana.actor, args));
    async function accepted(): Promise<number> {
        const id = await center.thread();
        await center.accept(ana);
        return id;
    }

    describe('Closed', () => {
        it("needs a disposition of the interaction's own queue", async () => {
            const id = await accepted();
            const billing = await center.queue('Billing');
            const foreign = await disposition(center, 'Refunded', billing);
            for (const dispositionId of [foreign, 999_999]) {
                const refused = await try_(closeInteraction, { interactionId: id, dispositionId, notes: '' });
                expect(refused).toMatchObject({ ok: false, nextStep: expect.stringContaining('Choose one') });
            }
            expect((await center.interaction(id)).status).toBe('open');
            const everywhere = await disposition(center, 'Spam');
            await close(center, ana, id, everywhere);
            expect(await center.interaction(id)).toMatchObject({
                status: 'closed',
                disposition_id: everywhere,
                original_agent_id: ana.id,
                waiting_since: null,
            });
        });

        it('"Send and close" sends nothing where the disposition is refused', async () => {
            const id = await accepted();
            const sent = center.sent.length;
            const args = { interactionId: id, text: 'Bye', cc: [], uploads: [] };
            const refused = await try_(sendReplyWorkflow, {
                ...args,
                close: { dispositionId: 999_999, notes: '' },
            });
            expect(refused.ok).toBe(false);
            expect(center.sent).toHaveLength(sent);
            await center.do(sendReplyWorkflow, ana, {
                ...args,
                close: { dispositionId: solved, notes: 'done' },
            });
            expect(center.sent).toHaveLength(sent + 1);
            expect(await center.interaction(id)).toMatchObject({ status: 'closed', disposition_id: solved });
        });

        it('cannot be replied to; says what to do instead', async () => {
            const id = await accepted();
            await close(center, ana, id, solved);
            const refused = await try_(sendReplyWorkflow, {
                interactionId: id,
                text: 'x',
                cc: [],
                uploads: [],
            });
            expect(refused).toMatchObject({ ok: false, nextStep: expect.stringContaining('Reopen it') });
        });

        it("a customer's reply reopens it and goes to whoever closed it, also during wrap-up", async () => {
            const id = await accepted();
            await close(center, ana, id, solved);
            await center.customerReplies(id, { inReplyTo: ['<m1@customer.example.com>'] });
            expect(await center.interaction(id)).toMatchObject({
                status: 'open',
                routing_state: 'assigned',
                agent_id: ana.id,
            });
            await close(center, ana, id, solved);
            await dismiss(center, ana, id);
            await center.customerReplies(id, { inReplyTo: ['<m1@customer.example.com>'] });
            expect(await center.interaction(id)).toMatchObject({
                status: 'open',
                routing_state: 'offered',
                agent_id: ana.id,
            });
        });

        it('is reopened by hand', async () => {
            const id = await accepted();
            await close(center, ana, id, solved);
            await dismiss(center, ana, id);
            await center.do(reopenInteraction, ana, { interactionId: id });
            expect(await center.interaction(id)).toMatchObject({
                status: 'open',
                routing_state: 'assigned',
                agent_id: ana.id,
            });
        });
    });

    it('Resolved: nothing waits any more; a reply of either side opens it again', async () => {
        const id = await accepted();
        await center.do(resolveInteraction, ana, { interactionId: id });
        expect(await center.interaction(id)).toMatchObject({ status: 'resolved', waiting_since: null });
        await reply(center, ana, id);
        expect((await center.interaction(id)).status).toBe('open');
        await center.do(resolveInteraction, ana, { interactionId: id });
        await center.customerReplies(id);
        expect(await center.interaction(id)).toMatchObject({
            status: 'open',
            waiting_since: center.clock.at,
        });
    });

    describe('Pending', () => {
        async function pending(after = hours(3)): Promise<number> {
            const id = await answeredThread(center, ana);
            await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + after });
            await dismiss(center, ana, id);
            return id;
        }

        it('returns to its agent at the follow-up date, not one millisecond before', async () => {
            const id = await pending();
            await center.advance(hours(3) - 1);
            expect(await center.interaction(id)).toMatchObject({ status: 'pending', routing_state: 'idle' });
            await center.advance(1);
            expect(await center.interaction(id)).toMatchObject({
                status: 'open',
                routing_state: 'offered',
                agent_id: ana.id,
            });
        });

        it('needs a date to come', async () => {
            const id = await accepted();
            const refused = await try_(setPending, { interactionId: id, followUpAt: center.clock.at });
            expect(refused.ok).toBe(false);
        });

        it('with its agent away it is held for them for sixteen hours from the follow-up date', async () => {
            const id = await pending();
            await center.arrives(ben);
            await pause(center, ana);
            await center.advance(hours(3));
            const due = center.clock.at;
            expect(await center.interaction(id)).toMatchObject({
                status: 'open',
                held_for: ana.id,
                hold_until: due + hours(16),
            });
            await center.advance(hours(16) - 1);
            expect((await center.interaction(id)).held_for).toBe(ana.id);
            await center.advance(1);
            expect(await center.interaction(id)).toMatchObject({
                routing_state: 'offered',
                agent_id: ben.id,
            });
        });

        it('still in the inbox of an agent who has logged out, it is released sixteen hours after the date', async () => {
            const id = await accepted();
            await center.do(setPending, ana, { interactionId: id, followUpAt: center.clock.at + hours(3) });
            await vanishes(center, ana);
            await center.arrives(ben);
            await center.advance(hours(3) - 30_000);
            expect(await center.interaction(id)).toMatchObject({ status: 'open' });
            await center.advance(hours(16) - 1);
            expect((await center.interaction(id)).agent_id ?? (await center.interaction(id)).held_for).toBe(
                ana.id,
            );
            await center.advance(1);
            expect(await center.interaction(id)).toMatchObject({
                routing_state: 'offered',
                agent_id: ben.id,
            });
        });

        it("a customer's reply before the date ends the follow-up", async () => {
            const id = await pending();
            await center.customerReplies(id);
            expect(await center.interaction(id)).toMatchObject({ status: 'open', routing_state: 'offered' });
            await center.accept(ana);
            await reply(center, ana, id);
            await dismiss(center, ana, id);
            await center.advance(hours(3));
            expect(await center.interaction(id)).toMatchObject({ status: 'open', routing_state: 'idle' });
        });

        it('a reply of ours leaves the follow-up standing', async () => {
            const id = await pending();
            await reply(center, ana, id);
            await dismiss(center, ana, id);
            await center.advance(hours(3));
            expect(await center.interaction(id)).toMatchObject({
                status: 'open',
                routing_state: 'offered',
                agent_id: ana.id,
            });
        });
    });

    describe('wrap-up', () => {
        it('keeps the slot until it is dismissed; then the next one rings', async () => {
            const id = await accepted();
            const next = await center.thread();
            await close(center, ana, id, solved);
            await center.advance(hours(24));
            expect(await center.ringingAt(ana)).toEqual([]);
            await dismiss(center, ana, id);
            expect(await center.ringingAt(ana)).toEqual([next]);
        });

        it('is not dismissed while the customer waits', async () => {
            const id = await accepted();
            await expect(dismiss(center, ana, id)).rejects.toThrow('The customer waits for an answer');
        });

        it('ends by itself at the limit of the queue, not one millisecond before', async () => {
            await center.pool.query(`update queues set email_wrap_up_limit = $1`, [minutes(10)]);
            const id = await accepted();
            await close(center, ana, id, solved);
            await center.advance(minutes(10) - 1);
            expect((await center.interaction(id)).routing_state).toBe('assigned');
            await center.advance(1);
            expect(await center.interaction(id)).toMatchObject({ routing_state: 'idle', status: 'closed' });
        });

        it('work taken up again during wrap-up is not taken away at the old limit', async () => {
            await center.pool.query(`update queues set email_wrap_up_limit = $1`, [minutes(10)]);
            const id = await accepted();
            await close(center, ana, id, solved);
            await center.advance(minutes(5));
            await center.customerReplies(id, { inReplyTo: ['<m1@customer.example.com>'] });
            await comesToRest(center);
            await close(center, ana, id, solved);
            await center.advance(minutes(10) - 1);
            expect((await center.interaction(id)).routing_state).toBe('assigned');
            await center.advance(1);
            expect((await center.interaction(id)).routing_state).toBe('idle');
        });
    });

    it('what its agent has declined is offered to them again after they were Logged Out', async () => {
        const id = await answeredThread(center, ana);
        await center.customerReplies(id);
        const { decline } = await import('../agentWork.ts');
        await decline(center, ana);
        expect((await center.interaction(id)).hold_reason).toBe('declined');
        await vanishes(center, ana);
        expect((await center.interaction(id)).hold_reason).toBe('logged_out');
        await center.arrives(ana, 'again');
        expect(await center.ringingAt(ana)).toEqual([id]);
        await pause(center, ana);
        await resume(center, ana);
        expect(await center.ringingAt(ana)).toEqual([id]);
    });
});
