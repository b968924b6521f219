import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, minutes } from '../../src/core/duration.ts';
import { undoSend } from '../../src/workflows/undoSend.ts';
import { comesToRest, reply, sendReplyWorkflow } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';
import { OFFICE, PROMISE, statesOf, targetsOf, toldOf } from '../serviceTargets.ts';

/** A Wednesday. */
const NINE = Date.UTC(2026, 2, 4, 9);

describe('R9: what a queue promises', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;
    let lead: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open({ at: NINE });
        support = await center.queue('Support', { targets: PROMISE });
        ana = await center.agent('Ana', [support]);
        lead = await center.agent('Mara', [support], { role: 'manager', capacity: 0 });
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });
    const states = (id: number) => statesOf(center, id);
    const accepted = async (): Promise<number> => {
        const id = await center.thread({ subject: 'Lamp' });
        await center.accept(ana);
        return id;
    };

    it('a first reply in time is met, a minute before it is due and not at its time', async () => {
        const id = await accepted();
        expect(await states(id)).toEqual(['first_reply running', 'resolution running']);
        expect((await targetsOf(center, id)).map(({ dueAt }) => dueAt)).toEqual([
            NINE + hours(1),
            NINE + hours(10),
        ]);
        await center.advance(hours(1) - 1);
        await reply(center, ana, id);
        expect(await states(id)).toEqual(['first_reply met', 'resolution running']);
        const late = await center.thread({ subject: 'Shade' });
        await center.accept(ana);
        await center.advance(hours(1));
        await reply(center, ana, late);
        expect(await states(late)).toEqual(['first_reply late', 'resolution running']);
    });

    it('the acknowledgement is no reply', async () => {
        const id = await accepted();
        expect(center.sent).toHaveLength(1);
        expect(await states(id)).toEqual(['first_reply running', 'resolution running']);
    });

    it('warns its agent at three quarters, and at its time tells them and the lead', async () => {
        const id = await accepted();
        await center.advance(minutes(45) - 1);
        expect(await states(id)).toContain('first_reply running');
        expect(await toldOf(center, ana.id)).toEqual([]);
        await center.advance(1);
        expect(await states(id)).toContain('first_reply warned');
        expect(await toldOf(center, ana.id)).toEqual([
            'target_warning: First reply of "Lamp" is due in 15 min.',
        ]);
        await center.advance(minutes(15) - 1);
        expect(await states(id)).toContain('first_reply warned');
        await center.advance(1);
        expect(await states(id)).toContain('first_reply overdue');
        const told = 'target_breached: Overdue: first reply of "Lamp".';
        expect((await toldOf(center, ana.id)).at(-1)).toBe(told);
        expect(await toldOf(center, lead.id)).toEqual([told]);
        expect((await targetsOf(center, id))[0]).toMatchObject({
            agentId: ana.id,
            breachedAt: NINE + hours(1),
        });
        expect((await center.journal(id)).filter((kind) => kind.startsWith('target'))).toEqual([
            'targets_started',
            'target_warned',
            'target_breached',
        ]);
    });

    it('a timer that is overdue when the process starts again finds the breach at its time, once', async () => {
        const id = await accepted();
        center.clock.at += hours(3);
        await center.advance(0);
        await center.advance(0);
        expect((await targetsOf(center, id))[0]).toMatchObject({
            breachedAt: NINE + hours(1),
            warnedAt: null,
        });
        expect(await toldOf(center, ana.id)).toHaveLength(1);
    });

    it.each(['before', 'after'])(
        'killed %s the commit of a breach, the next process tells of it once',
        async (when) => {
            const id = await accepted();
            await center.advance(minutes(50));
            center.failpoint = (name) => {
                if (name === `fireTimer:service_target:${when}-commit`) throw new Error('killed');
            };
            await expect(center.advance(minutes(10))).rejects.toThrow('killed');
            center.failpoint = () => undefined;
            await center.advance(0);
            expect((await targetsOf(center, id))[0]).toMatchObject({ breachedAt: NINE + hours(1) });
            expect(await toldOf(center, lead.id)).toHaveLength(1);
            expect((await center.journal(id)).filter((kind) => kind === 'target_breached')).toHaveLength(1);
        },
    );

    it('each later message has the next reply, and one that follows it while it waits changes nothing', async () => {
        const id = await accepted();
        await reply(center, ana, id);
        expect(await states(id)).toEqual(['first_reply met', 'resolution running']);
        await center.advance(hours(1));
        await center.customerReplies(id);
        await center.advance(hours(1));
        await center.customerReplies(id);
        const next = (await targetsOf(center, id))[2];
        expect(next).toMatchObject({ kind: 'next_reply', dueAt: NINE + hours(3), endedAt: null });
        await reply(center, ana, id);
        await center.customerReplies(id);
        expect(await states(id)).toEqual([
            'first_reply met',
            'resolution running',
            'next_reply met',
            'next_reply running',
        ]);
    });

    it('a reply that is taken back starts the clock again where it was', async () => {
        await center.pool.query(`update organization set undo_send_for = 10000`);
        const id = await accepted();
        await center.advance(minutes(30));
        const { messageId } = await center.do(sendReplyWorkflow, ana, {
            interactionId: id,
            text: 'Hello',
            cc: [],
            uploads: [],
        });
        expect(await states(id)).toContain('first_reply met');
        await center.advance(5_000);
        await center.do(undoSend, ana, { messageId });
        expect((await targetsOf(center, id))[0]).toMatchObject({
            kind: 'first_reply',
            dueAt: NINE + hours(1),
            metAt: null,
            endedAt: null,
        });
        expect(await center.journal(id)).toContain('target_reopened');
        await center.advance(minutes(30));
        expect(await states(id)).toContain('first_reply overdue');
    });

    it('taken back after the customer wrote again, there is one promise, and it is the first', async () => {
        await center.pool.query(`update organization set undo_send_for = 10000`);
        const id = await accepted();
        const args = { interactionId: id, text: 'Hello', cc: [], uploads: [] };
        center.clock.at += 1_000;
        const { messageId } = await center.do(sendReplyWorkflow, ana, args);
        center.clock.at += 1_000;
        await center.customerReplies(id);
        expect(await states(id)).toContain('next_reply running');
        await center.do(undoSend, ana, { messageId });
        expect(await states(id)).toEqual(['first_reply running', 'resolution running', 'next_reply dropped']);
    });

    it('a scheduled reply counts from the moment it is scheduled', async () => {
        const id = await accepted();
        const sendAt = center.clock.at + hours(5);
        const args = { interactionId: id, text: 'Hello', cc: [], uploads: [], sendAt };
        await center.do(sendReplyWorkflow, ana, args);
        expect(await states(id)).toEqual(['first_reply met', 'resolution running']);
    });

    it('taken back after a later reply was sent, the scheduled one counts no more', async () => {
        const id = await accepted();
        const args = { interactionId: id, text: 'Hello', cc: [], uploads: [] };
        const sendAt = center.clock.at + hours(5);
        const { messageId } = await center.do(sendReplyWorkflow, ana, { ...args, sendAt });
        await center.advance(hours(2));
        await center.do(sendReplyWorkflow, ana, args);
        expect(await states(id)).toContain('first_reply met');
        await center.do(undoSend, ana, { messageId });
        expect(await states(id)).toContain('first_reply late');
        expect((await targetsOf(center, id))[0]).toMatchObject({ breachedAt: NINE + hours(1) });
    });

    it('automatic mail, and mail that nobody could answer, is promised nothing of that', async () => {
        const automatic = await center.thread({ classification: { kind: 'auto', reasons: [] } });
        expect(await states(automatic)).toEqual([]);
        const unread = await center.thread({
            from: { name: '', address: 'no-reply@bank.example.com' },
            classification: { kind: 'noreply', reasons: [] },
        });
        expect(await states(unread)).toEqual(['resolution running']);
    });

    it('counts opening hours alone', async () => {
        const billing = await center.queue('Billing', { targets: PROMISE, hours: OFFICE });
        center.clock.at = Date.UTC(2026, 2, 6, 16, 30);
        const id = await center.thread({ to: [{ name: '', address: 'billing@example.com' }] });
        expect(await targetsOf(center, id)).toMatchObject([
            { queueId: billing, dueAt: Date.UTC(2026, 2, 9, 9, 30) },
            { dueAt: Date.UTC(2026, 2, 10, 10, 30) },
        ]);
    });
});

describe('R9: a queue without targets', () => {
    it('writes nothing and arms no timer', async () => {
        const center = await ContactCenter.open();
        try {
            const ana = await center.agent('Ana', [await center.queue('Support')]);
            await center.arrives(ana);
            const id = await center.thread();
            await center.accept(ana);
            await reply(center, ana, id);
            expect(await targetsOf(center, id)).toEqual([]);
            const { rows } = await center.pool.query(`select 1 from timers where kind = 'service_target'`);
            expect(rows).toEqual([]);
        } finally {
            await center.close();
        }
    });
});
