import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, minutes, seconds } from '../../src/core/duration.ts';
import { ALWAYS_OPEN, type Schedule } from '../../src/core/schedule.ts';
import { closeAgentConnection } from '../../src/workflows/agentConnections.ts';
import { dismissInteraction } from '../../src/workflows/changeInteractionStatus.ts';
import { checkAgentHours } from '../../src/workflows/checkHours.ts';
import { declineOffer } from '../../src/workflows/endRingingOffer.ts';
import { assignInteraction } from '../../src/workflows/moveInteraction.ts';
import { setStatus } from '../../src/workflows/setStatus.ts';
import { sendReplyWorkflow } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const reply = sendReplyWorkflow;

/** Wednesday 4 March 2026, 09:00 UTC: where every scenario begins. */
const START = Date.UTC(2026, 2, 4, 9);
const SIXTEEN_HOURS = hours(16);

const weekdaysNineToFive: Schedule = {
    ...ALWAYS_OPEN,
    weekly: {
        monday: [{ from: '09:00', to: '17:00' }],
        tuesday: [{ from: '09:00', to: '17:00' }],
        wednesday: [{ from: '09:00', to: '17:00' }],
        thursday: [{ from: '09:00', to: '17:00' }],
        friday: [{ from: '09:00', to: '17:00' }],
        saturday: [],
        sunday: [],
    },
};

describe('E4: a reply on an existing thread goes to the original agent', () => {
    let center: ContactCenter;
    let support: number;
    let ana: TestAgent;
    let ben: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open({ at: START });
        support = await center.queue('Support');
        ana = await center.agent('Ana', [support], { capacity: 1 });
        ben = await center.agent('Ben', [support], { capacity: 1 });
    });
    afterEach(() => center.close());

    /** A thread that Ana answered and has put out of her inbox; nobody else was there. */
    async function anasThread(): Promise<number> {
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        await center.do(reply, ana, { interactionId: id, text: 'Hello', cc: [], uploads: [] });
        await center.do(dismissInteraction, ana, { interactionId: id });
        await center.arrives(ben);
        return id;
    }
    const pause = (agent: TestAgent) => center.do(setStatus, agent, { status: 'unavailable' as const });
    const resume = (agent: TestAgent) => center.do(setStatus, agent, { status: 'available' as const });
    async function leaves(agent: TestAgent): Promise<void> {
        await center.store.transaction('test', (tx) => closeAgentConnection(tx, `c${agent.id}`));
        await center.advance(seconds(30));
    }
    const state = async (id: number) => {
        const i = await center.interaction(id);
        return [i.routing_state, i.held_for ?? i.agent_id, i.hold_reason, i.hold_until];
    };

    it('Available: offered at once, though another agent has been idle for longer', async () => {
        const id = await anasThread();
        await center.customerReplies(id);
        expect(await state(id)).toEqual(['offered', ana.id, null, null]);
    });

    it('Busy: waits for them, and is offered when their capacity is free', async () => {
        const id = await anasThread();
        await pause(ben);
        const other = await center.thread();
        await center.accept(ana);
        await resume(ben);
        await center.customerReplies(id);
        expect(await state(id)).toEqual(['held', ana.id, 'busy', START + SIXTEEN_HOURS]);
        expect(await center.ringingAt(ben)).toEqual([]);
        await center.do(reply, ana, { interactionId: other, text: 'Hi', cc: [], uploads: [] });
        await center.do(dismissInteraction, ana, { interactionId: other });
        expect(await state(id)).toEqual(['offered', ana.id, null, null]);
    });

    it('Busy until the deadline: goes to the next available agent', async () => {
        const id = await anasThread();
        await pause(ben);
        await center.thread();
        await center.accept(ana);
        await resume(ben);
        await center.customerReplies(id);
        await center.advance(SIXTEEN_HOURS - 1);
        expect((await state(id)).slice(0, 3)).toEqual(['held', ana.id, 'busy']);
        await center.advance(1);
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ben.id]);
        expect(await center.journal(id)).toEqual(
            expect.arrayContaining(['held', 'released_deadline', 'offered_queue']),
        );
    });

    it('Unavailable: held, and offered the moment they return, one millisecond before the deadline', async () => {
        const id = await anasThread();
        await pause(ana);
        await center.customerReplies(id);
        expect(await state(id)).toEqual(['held', ana.id, 'unavailable', START + SIXTEEN_HOURS]);
        await center.advance(SIXTEEN_HOURS - 1);
        await resume(ana);
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ana.id]);
    });

    it('back one millisecond too late: it is with the next available agent', async () => {
        const id = await anasThread();
        await pause(ana);
        await center.customerReplies(id);
        await center.advance(SIXTEEN_HOURS);
        await resume(ana);
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ben.id]);
        expect((await center.interaction(id)).why).toMatchObject({ kind: 'offered_queue', agentId: ben.id });
    });

    it('Logged Out: held, survives a new process, and is offered when they sign in again', async () => {
        const id = await anasThread();
        await leaves(ana);
        await center.customerReplies(id);
        const due = center.clock.at + SIXTEEN_HOURS;
        expect(await state(id)).toEqual(['held', ana.id, 'logged_out', due]);
        const { rows } = await center.pool.query(
            `select due_at from timers where kind = 'hold_deadline' and subject_id = $1`,
            [id],
        );
        expect(rows).toEqual([{ due_at: due }]);
        await center.arrives(ana, 'again');
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ana.id]);
    });

    it('outside their working hours: held, and offered when their shift begins', async () => {
        const id = await anasThread();
        const late: Schedule = {
            ...ALWAYS_OPEN,
            weekly: { ...ALWAYS_OPEN.weekly, wednesday: [{ from: '12:00', to: '18:00' }] },
        };
        await center.pool.query(`update agents set working_hours = $2 where id = $1`, [
            ana.id,
            JSON.stringify(late),
        ]);
        await center.store.transaction('test', (tx) => checkAgentHours(tx, ana.id));
        await center.customerReplies(id);
        expect((await state(id)).slice(0, 3)).toEqual(['held', ana.id, 'outside_hours']);
        await center.advance(hours(3) - 1);
        expect((await state(id))[0]).toBe('held');
        await center.advance(1);
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ana.id]);
    });

    it('declined: held on with the same deadline, not rung again, and offered anew after they return', async () => {
        const id = await anasThread();
        await center.customerReplies(id);
        const { rows } = await center.pool.query<{ id: number }>(
            `select id from offers where outcome = 'ringing'`,
        );
        await center.do(declineOffer, ana, { offerId: rows[0]?.id ?? 0 });
        expect(await state(id)).toEqual(['held', ana.id, 'declined', START + SIXTEEN_HOURS]);
        await center.advance(minutes(5));
        expect((await state(id))[0]).toBe('held');
        await pause(ana);
        await resume(ana);
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ana.id]);
    });

    it('missed: held on with the same deadline, and at it goes to the next agent', async () => {
        const id = await anasThread();
        await center.customerReplies(id);
        await center.advance(seconds(60) - 1);
        expect((await state(id))[0]).toBe('offered');
        await center.advance(1);
        expect(await state(id)).toEqual(['held', ana.id, 'missed', START + SIXTEEN_HOURS]);
        await center.advance(SIXTEEN_HOURS - seconds(60));
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ben.id]);
    });

    it('nobody free at the deadline: waits in the queue for whoever is free first', async () => {
        const id = await anasThread();
        await pause(ana);
        await pause(ben);
        await center.customerReplies(id);
        await center.advance(SIXTEEN_HOURS);
        expect(await state(id)).toEqual(['queued', null, null, null]);
        await resume(ben);
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ben.id]);
    });

    it('queue closed at the deadline: waits in the queue until it opens', async () => {
        const id = await anasThread();
        await center.pool.query(`update queues set opening_hours = $2 where id = $1`, [
            support,
            JSON.stringify(weekdaysNineToFive),
        ]);
        const { checkQueueHours } = await import('../../src/workflows/checkHours.ts');
        await center.store.transaction('test', (tx) => checkQueueHours(tx, support));
        await pause(ana);
        await center.customerReplies(id);
        await center.advance(SIXTEEN_HOURS);
        expect((await state(id))[0]).toBe('queued');
        await center.advance(hours(8) - 1);
        expect((await state(id))[0]).toBe('queued');
        await center.advance(1);
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ben.id]);
    });

    it('opening-hours mode: sixteen open hours, here two working days', async () => {
        await center.pool.query(
            `update queues set opening_hours = $2, hold_mode = 'opening_hours' where id = $1`,
            [support, JSON.stringify(weekdaysNineToFive)],
        );
        const id = await anasThread();
        await pause(ana);
        await center.customerReplies(id);
        // Wednesday 09:00 + 8 h Wednesday + 8 h Thursday
        expect((await state(id))[3]).toBe(Date.UTC(2026, 2, 5, 17));
    });

    it('a second reply during the hold keeps the deadline of the oldest', async () => {
        const id = await anasThread();
        await pause(ana);
        await center.customerReplies(id);
        await center.advance(hours(3));
        await center.customerReplies(id);
        expect(await state(id)).toEqual(['held', ana.id, 'unavailable', START + SIXTEEN_HOURS]);
        expect(await center.interaction(id)).toMatchObject({ waiting_since: START });
    });

    it('a manager assigns by hand during the hold: manual wins, and the deadline no longer moves it', async () => {
        const id = await anasThread();
        const mara = await center.agent('Mara', [], { role: 'admin' });
        await pause(ana);
        await center.customerReplies(id);
        await center.do(assignInteraction, mara, { interactionId: id, agentId: ben.id });
        expect(await state(id)).toEqual(['assigned', ben.id, null, null]);
        await center.advance(SIXTEEN_HOURS);
        expect(await state(id)).toEqual(['assigned', ben.id, null, null]);
    });

    it('while it is in their inbox: a new message stays with them', async () => {
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        await center.do(reply, ana, { interactionId: id, text: 'Hello', cc: [], uploads: [] });
        await center.customerReplies(id);
        expect(await state(id)).toEqual(['assigned', ana.id, null, null]);
        expect(await center.interaction(id)).toMatchObject({ unread: true, waiting_since: START });
    });

    it('in the inbox of somebody who never comes back: released at the deadline', async () => {
        await center.arrives(ana);
        const id = await center.thread();
        await center.accept(ana);
        await center.arrives(ben);
        await leaves(ana);
        expect((await state(id)).slice(0, 2)).toEqual(['assigned', ana.id]);
        await center.advance(SIXTEEN_HOURS - seconds(30) - 1);
        expect((await state(id)).slice(0, 2)).toEqual(['assigned', ana.id]);
        await center.advance(1);
        expect((await state(id)).slice(0, 2)).toEqual(['offered', ben.id]);
    });
});
