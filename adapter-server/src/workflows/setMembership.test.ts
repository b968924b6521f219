import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openContactCenter, type TestContactCenter } from '../../test/firstRunCenter.ts';
import { drainQueue } from './routing/drain.ts';
import { setMembership } from './setMembership.ts';

let center: TestContactCenter;
let agentId: number;
let queueId: number;
beforeEach(async () => {
    center = await openContactCenter();
    agentId = await center.agentId('ana');
    queueId = await center.queueId('Support');
});
afterEach(() => center.close());

describe('an agent who leaves a queue (E4)', () => {
    it('is waited for no longer there, while their other queue still waits for them', async () => {
        const sales = await center.queueId('Sales');
        await center.command(setMembership, { agentId, queueId: sales, priority: 'high' });
        const here = await center.waiting('ana');
        const there = await center.waiting('ana', 'Sales');
        expect((await center.interaction(here)).routingState).toBe('held');
        await center.command(setMembership, { agentId, queueId, priority: null });
        expect(await center.interaction(here)).toMatchObject({
            routingState: 'queued',
            why: { kind: 'released_left_queue', agentId, queueId },
        });
        expect(await center.timer('hold_deadline', here)).toBeNull();
        expect((await center.interaction(there)).routingState).toBe('held');
        expect((await center.journal(here)).map((row) => row.kind)).toEqual(['held', 'released_left_queue']);
    });

    it('hears nothing more ring from it, and keeps what they work on', async () => {
        const working = await center.assigned('ana');
        await center.signIn('ana');
        const ringing = await center.waiting(null);
        await drainQueue(center.store, queueId, 'email');
        expect((await center.interaction(ringing)).agentId).toBe(agentId);
        await center.command(setMembership, { agentId, queueId, priority: null });
        expect((await center.interaction(ringing)).routingState).toBe('queued');
        expect(await center.interaction(working)).toMatchObject({ routingState: 'assigned', agentId });
        expect(await center.rows(`select outcome from offers`)).toEqual([{ outcome: 'withdrawn' }]);
    });
});

describe('membership', () => {
    it('is had once, at the newest priority, and wakes routing', async () => {
        await center.command(setMembership, { agentId, queueId, priority: 'low' });
        expect(
            await center.rows('select priority from queue_members where queue_id = $1 and agent_id = $2', [
                queueId,
                agentId,
            ]),
        ).toEqual([{ priority: 'low' }]);
        expect(center.signalled.at(-1)?.agents).toContain(agentId);
    });

    it('needs an agent and a queue that exist', async () => {
        expect(
            await center.command(setMembership, { agentId: 4_711, queueId, priority: 'low' }),
        ).toMatchObject({ code: 'not_found' });
        expect(
            await center.command(setMembership, { agentId, queueId: 4_711, priority: 'low' }),
        ).toMatchObject({ code: 'not_found' });
    });
});
