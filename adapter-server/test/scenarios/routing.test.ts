import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/core/duration.ts';
import { lockInteraction } from '../../src/storage/interactions.ts';
import { drainQueue } from '../../src/workflows/routing/drain.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { answeredThread, comesToRest, decline, dismiss, pause, reply, resume } from '../agentWork.ts';
import { ContactCenter } from '../runningCenter.ts';

describe('R1 and R4: who is offered what', () => {
    let center: ContactCenter;
    let support: number;

    beforeEach(async () => {
        center = await ContactCenter.open();
        support = await center.queue('Support');
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });
    const query = <T extends object>(sql: string, values: unknown[] = []) =>
        center.pool.query<T>(sql, values);
    const offeredTo = async (id: number) => (await center.interaction(id)).agent_id;
    /** Puts mails into the line without offering them: the queue is shut while they arrive. */
    async function lineOf(n: number): Promise<number[]> {
        await query(`update queues set is_open = false`);
        const ids: number[] = [];
        for (let k = 0; k < n; k += 1) {
            center.clock.at += 1;
            ids.push(await center.thread());
        }
        await query(`update queues set is_open = true`);
        return ids;
    }
    /** Copies of one waiting interaction, all before it in the line. */
    const crowd = (id: number, n: number, skills: string[]) =>
        query(
            `insert into interactions (channel, status, subject, customer_id, queue_id, required_skills, routing_state,
                 routing_since, queued_at, waiting_since, created_at, last_activity_at)
             select channel, status, 'crowd', customer_id, queue_id, $3, 'queued', routing_since, queued_at - $2 + n,
                 waiting_since, created_at, last_activity_at from interactions, generate_series(1, $2) n where id = $1`,
            [id, n, skills],
        );

    it('members at high priority first, then medium, then low, however long the others are idle', async () => {
        const low = await center.agent('Lou', [support], { priority: 'low', capacity: 1 });
        const medium = await center.agent('Mia', [support], { priority: 'medium', capacity: 1 });
        const high = await center.agent('Hal', [support], { priority: 'high', capacity: 1 });
        for (const agent of [low, medium, high]) await center.arrives(agent);
        const ids = [await center.thread(), await center.thread(), await center.thread()];
        expect(await Promise.all(ids.map(offeredTo))).toEqual([high.id, medium.id, low.id]);
    });

    it('the longest idle of equals first', async () => {
        const ana = await center.agent('Ana', [support]);
        const ben = await center.agent('Ben', [support]);
        for (const agent of [ana, ben]) await center.arrives(agent);
        await query(`update agent_channels set idle_since = 1000 - agent_id`);
        expect(await offeredTo(await center.thread())).toBe(ben.id);
        await center.advance(1);
        expect(await offeredTo(await center.thread())).toBe(ana.id);
        await center.advance(1);
        expect(await offeredTo(await center.thread())).toBe(ben.id);
    });

    it('idleness begins anew when an agent comes back, and when they are done with something', async () => {
        const ana = await center.agent('Ana', [support]);
        const ben = await center.agent('Ben', [support]);
        await center.arrives(ana);
        await center.advance(1);
        await center.arrives(ben);
        await center.advance(1);
        await pause(center, ana);
        await center.advance(1);
        await resume(center, ana);
        expect(await offeredTo(await center.thread())).toBe(ben.id);
    });

    it('first in, first out among equals; priority before both', async () => {
        const ids = await lineOf(5);
        await query(`update interactions set priority = 1 where id = $1`, [ids[3]]);
        const ana = await center.agent('Ana', [support], { capacity: 4 });
        await center.arrives(ana);
        expect(await center.ringingAt(ana)).toEqual([ids[3], ids[0], ids[1], ids[2]]);
        expect((await center.interaction(ids[4] ?? 0)).routing_state).toBe('queued');
    });

    it('several at once: the best placed agent gets the first of them', async () => {
        const ids = await lineOf(4);
        const options = { capacity: 1 };
        const agents = [
            await center.agent('Lou', [support], { ...options, priority: 'low' }),
            await center.agent('New', [support], { ...options, priority: 'medium' }),
            await center.agent('Old', [support], { ...options, priority: 'medium' }),
            await center.agent('Hal', [support], { ...options, priority: 'high' }),
        ];
        // Lou the longest, Hal the shortest, and Old for longer than New.
        const [lou, , , hal] = agents.map(({ id }) => id);
        await query(`update queues set is_open = false`);
        for (const agent of agents) await center.arrives(agent);
        await query(
            `update agent_channels set idle_since = case agent_id when $1 then 0 when $2 then 5000 else 1000 - agent_id end`,
            [lou, hal],
        );
        await query(`update queues set is_open = true`);
        expect(await drainQueue(center.store, support, 'email')).toBe(4);
        expect(await Promise.all(ids.map(offeredTo))).toEqual(agents.map(({ id }) => id).reverse());
    });

    it('declined: back at its old place, rings at the next agent, and not again at whoever declined it', async () => {
        const ana = await center.agent('Ana', [support], { capacity: 1 });
        const [first = 0, second = 0] = await lineOf(2);
        await center.arrives(ana);
        await decline(center, ana);
        expect(await center.ringingAt(ana)).toEqual([second]);
        const ben = await center.agent('Ben', [support], { capacity: 1 });
        await center.arrives(ben);
        expect(await center.ringingAt(ben)).toEqual([first]);
    });

    it('declined by everybody: waits for whoever comes back', async () => {
        const ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
        const id = await center.thread();
        await decline(center, ana);
        await center.advance(minutes(5));
        expect((await center.interaction(id)).routing_state).toBe('queued');
        await pause(center, ana);
        expect((await center.interaction(id)).routing_state).toBe('queued');
        await resume(center, ana);
        expect(await center.ringingAt(ana)).toEqual([id]);
    });

    it('who comes back while it rings elsewhere may have it again when it is declined there, too', async () => {
        const ana = await center.agent('Ana', [support]);
        const ben = await center.agent('Ben', [support]);
        await center.arrives(ana);
        const id = await center.thread();
        await center.arrives(ben);
        await decline(center, ana);
        expect(await center.ringingAt(ben)).toEqual([id]);
        await pause(center, ana);
        await resume(center, ana);
        await decline(center, ben);
        expect(await center.ringingAt(ana)).toEqual([id]);
    });

    it('missed at sixty seconds, not before: the agent is Unavailable and it is first in line again', async () => {
        const ana = await center.agent('Ana', [support], { capacity: 1 });
        await center.arrives(ana);
        const id = await center.thread();
        await center.advance(seconds(60) - 1);
        expect(await center.ringingAt(ana)).toEqual([id]);
        const behind = await center.thread();
        await center.advance(1);
        const { rows } = await query(`select chosen_status, status_reason from agents where id = $1`, [
            ana.id,
        ]);
        expect(rows).toEqual([{ chosen_status: 'unavailable', status_reason: 'Missed' }]);
        const ben = await center.agent('Ben', [support], { capacity: 1 });
        await center.arrives(ben);
        expect(await center.ringingAt(ben)).toEqual([id]);
        await resume(center, ana);
        expect(await center.ringingAt(ana)).toEqual([behind]);
    });

    it('going Unavailable withdraws what rings; it goes to the next agent at once', async () => {
        const ana = await center.agent('Ana', [support], { capacity: 1 });
        await center.arrives(ana);
        const id = await center.thread();
        const ben = await center.agent('Ben', [support], { capacity: 1 });
        await center.arrives(ben);
        await pause(center, ana);
        expect(await center.ringingAt(ben)).toEqual([id]);
    });

    it('the first of the line is waited for while it is locked for a moment, but holds the line up no longer', async () => {
        const [first = 0, second = 0] = await lineOf(2);
        await query(`update queues set is_open = false`);
        const ana = await center.agent('Ana', [support], { capacity: 1 });
        const ben = await center.agent('Ben', [support], { capacity: 1 });
        await center.arrives(ana);
        await query(`update queues set is_open = true`);
        let draining: Promise<number> = Promise.resolve(0);
        await center.store.transaction('test', async (tx) => {
            await lockInteraction(tx, first);
            draining = drainQueue(center.store, support, 'email');
            await center.untilBlocked();
        });
        expect(await draining).toBe(1);
        expect(await center.ringingAt(ana)).toEqual([first]);

        await decline(center, ana);
        expect(await center.ringingAt(ana)).toEqual([second]);
        const third = await center.thread();
        await center.store.transaction('test', async (tx) => {
            await lockInteraction(tx, first);
            await center.arrives(ben);
            expect(await center.ringingAt(ben)).toEqual([third]);
        });
    });

    it('a thousand that nobody present can take do not delay the one behind them', async () => {
        const [last = 0] = await lineOf(1);
        await crowd(last, 1000, ['klingon']);
        const ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
        expect(await center.ringingAt(ana)).toEqual([last]);
    });

    it('a thousand that one agent could take one of do not delay what another agent can take', async () => {
        const [last = 0] = await lineOf(1);
        await crowd(last, 1000, ['french']);
        const fay = await center.agent('Fay', [support], { capacity: 1, skills: ['french'] });
        const gus = await center.agent('Gus', [support], { capacity: 1, skills: ['german'] });
        await query(`update interactions set required_skills = '{german}' where id = $1`, [last]);
        await query(`update queues set is_open = false`);
        for (const agent of [fay, gus]) await center.arrives(agent);
        await query(`update queues set is_open = true`);
        expect(await drainQueue(center.store, support, 'email')).toBe(2);
        expect(await center.ringingAt(gus)).toEqual([last]);
    });

    it('the only one of three hundred free agents who can do it is found', async () => {
        const [last = 0] = await lineOf(1);
        await query(`update interactions set required_skills = '{french}' where id = $1`, [last]);
        const fay = await center.agent('Fay', [support], {
            capacity: 1,
            skills: ['french'],
            priority: 'low',
        });
        await query(
            `with made as (insert into agents (username, first_name, last_name, email, role, time_zone, status_since, chosen_status, connected)
                 select 'a' || n, 'A', n::text, 'a@example.com', 'agent', 'UTC', 0, 'available', true from generate_series(1, 300) n returning id),
             streams as (insert into agent_streams (agent_id) select id from made),
             graces as (insert into timers (kind, subject_id, due_at) select 'connection_grace', id, 9e15::bigint from made),
             channels as (insert into agent_channels (agent_id, channel, capacity, idle_since) select id, 'email', 1, 0 from made)
             insert into queue_members (queue_id, agent_id, priority) select $1, id, 'high' from made`,
            [support],
        );
        await center.arrives(fay);
        expect(await center.ringingAt(fay)).toEqual([last]);
    });

    it('merging an older mail into one that waits moves it forward; into a held one it shortens the hold', async () => {
        const ana = await center.agent('Ana', [support], { capacity: 1 });
        const [older = 0, newer = 0, into = 0] = await lineOf(3);
        await query(`update queues set is_open = false`);
        await center.run('test', (tx) =>
            mergeInteraction(tx, ana.actor, { interactionId: older, intoInteractionId: into }),
        );
        await query(`update queues set is_open = true`);
        await center.arrives(ana);
        expect(await center.ringingAt(ana)).toEqual([into]);
        await center.accept(ana);
        await reply(center, ana, into);
        await dismiss(center, ana, into);
        expect(await center.ringingAt(ana)).toEqual([newer]);
        await pause(center, ana);
        await center.advance(minutes(7));
        const waiting = (await center.interaction(newer)).waiting_since;
        await center.customerReplies(into);
        await center.run('test', (tx) =>
            mergeInteraction(tx, ana.actor, { interactionId: newer, intoInteractionId: into }),
        );
        const held = await center.interaction(into);
        expect(held).toMatchObject({ routing_state: 'held', waiting_since: waiting });
        expect(held.hold_until).toBe((waiting ?? 0) + minutes(16 * 60));
    });

    it('of an agent in two queues: what is held for them goes before what waits for anybody', async () => {
        const billing = await center.queue('Billing');
        const ana = await center.agent('Ana', [support, billing], { capacity: 1 });
        await center.arrives(ana);
        const id = await answeredThread(center, ana);
        await pause(center, ana);
        await center.thread({ to: [{ name: '', address: 'billing@example.com' }] });
        await center.customerReplies(id);
        await resume(center, ana);
        expect(await center.ringingAt(ana)).toEqual([id]);
    });
});
