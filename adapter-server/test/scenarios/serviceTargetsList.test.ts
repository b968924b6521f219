import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, minutes } from '../../src/core/duration.ts';
import { countServiceTargets, listServiceTargets } from '../../src/queries/serviceTargets.ts';
import { readViewer, type Viewer } from '../../src/queries/viewer.ts';
import { close, comesToRest, disposition, reply } from '../agentWork.ts';
import { transferInteraction } from '../../src/workflows/transferInteraction.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';
import { PROMISE } from '../serviceTargets.ts';

/** A Wednesday. */
const NINE = Date.UTC(2026, 2, 4, 9);
const ANY = { queueId: null, agentId: null, kind: null, state: null, before: null, limit: 50 };
const EVER = { from: null, to: null };

describe('R9: the breach list and the counts', () => {
    let center: ContactCenter;
    let ana: TestAgent;
    let lead: TestAgent;
    let admin: TestAgent;
    let support: number;
    let billing: number;

    beforeEach(async () => {
        center = await ContactCenter.open({ at: NINE });
        support = await center.queue('Support', { targets: PROMISE });
        billing = await center.queue('Billing', { targets: PROMISE });
        ana = await center.agent('Ana', [support, billing], { capacity: 20 });
        lead = await center.agent('Mara', [support], { role: 'manager', capacity: 0 });
        admin = await center.agent('Root', [], { role: 'admin', capacity: 0 });
        await center.arrives(ana);
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    const reader = () => ({ run: center.store.read.bind(center.store) });
    async function viewer({ id }: TestAgent): Promise<Viewer> {
        const found = await readViewer(reader(), { agentId: id, sessionId: null }, center.clock.at);
        if (!found) throw new Error('no such agent');
        return found;
    }
    const list = async (who: TestAgent, filter: Partial<typeof ANY> & { days?: typeof EVER } = {}) =>
        listServiceTargets(reader(), await viewer(who), { ...ANY, days: EVER, ...filter } as never);
    const listed = async (who: TestAgent, filter: object = {}) =>
        (await list(who, filter)).rows.map(({ interactionId, kind }) => `${interactionId} ${kind}`);
    const counts = async (who: TestAgent, part: object = {}) =>
        (
            await countServiceTargets(reader(), await viewer(who), {
                queueId: null,
                kind: null,
                by: ['queue', 'kind'],
                days: EVER,
                ...part,
            } as never)
        ).rows;
    async function accepted(to = 'support'): Promise<number> {
        const id = await center.thread({ to: [{ name: '', address: `${to}@example.com` }] });
        await center.accept(ana);
        return id;
    }

    it('lists warnings that run and breaches, the newest first, and not what was met in time', async () => {
        const late = await accepted();
        await center.advance(minutes(20));
        const soon = await accepted();
        const inTime = await accepted();
        await center.advance(minutes(45));
        expect(await listed(lead)).toEqual([
            `${inTime} first_reply`,
            `${soon} first_reply`,
            `${late} first_reply`,
        ]);
        await reply(center, ana, inTime);
        expect(await listed(lead)).toEqual([`${soon} first_reply`, `${late} first_reply`]);
        await reply(center, ana, late);
        const { rows } = await list(lead);
        expect(
            rows.map(({ breachedAt, metAt, endedAt }) => [breachedAt !== null, metAt, endedAt !== null]),
        ).toEqual([
            [false, null, false],
            [true, center.clock.at, true],
        ]);
        expect(await listed(lead, { state: 'warned' })).toEqual([`${soon} first_reply`]);
        expect(await listed(lead, { state: 'ended' })).toEqual([`${late} first_reply`]);
        expect(await listed(lead, { state: 'overdue' })).toEqual([]);
    });

    it('filters by queue, agent, kind and day, and goes on behind the last of a page', async () => {
        const ids = [await accepted(), await accepted('billing'), await accepted()];
        await center.advance(hours(1));
        expect(await listed(admin, { queueId: billing })).toEqual([`${ids[1]} first_reply`]);
        expect(await listed(admin, { agentId: lead.id })).toEqual([]);
        expect(await listed(admin, { agentId: ana.id })).toHaveLength(3);
        expect(await listed(admin, { kind: 'resolution' })).toEqual([]);
        expect(await listed(admin, { days: { from: '2026-03-04', to: '2026-03-04' } })).toHaveLength(3);
        expect(await listed(admin, { days: { from: '2026-03-05', to: null } })).toEqual([]);
        expect(await listed(admin, { days: { from: null, to: '2026-03-03' } })).toEqual([]);
        const first = await list(admin, { limit: 2 });
        expect([first.rows.length, first.more]).toEqual([2, true]);
        const second = await list(admin, { limit: 2, before: first.rows[1]?.id ?? null } as never);
        expect([second.rows.map(({ interactionId }) => interactionId), second.more]).toEqual([
            [ids[0]],
            false,
        ]);
    });

    it('a manager sees the queues that they lead, an admin all', async () => {
        await accepted();
        await accepted('billing');
        await center.advance(hours(1));
        expect(await listed(lead)).toHaveLength(1);
        expect(await listed(admin)).toHaveLength(2);
        expect(await counts(lead)).toHaveLength(2);
        expect(await counts(admin)).toHaveLength(4);
    });

    it('of what has moved to a queue that its reader may not read it tells the promise, and not whose it is', async () => {
        const id = await accepted();
        await center.advance(hours(1));
        await reply(center, ana, id);
        await center.do(transferInteraction, ana, {
            interactionId: id,
            toQueueId: billing,
            note: 'Yours',
            holdIfAway: false,
        });
        await center.pool.query('update interactions set original_agent_id = null where id = $1', [id]);
        const told = async (who: TestAgent) =>
            (await list(who)).rows
                .filter(({ queueId }) => queueId === support)
                .map(({ interactionId, subject, customerName, customerAddress }) => [
                    interactionId,
                    subject,
                    customerName,
                    customerAddress,
                ]);
        expect(await told(lead)).toEqual([[id, null, null, null]]);
        const all = [[id, expect.any(String), expect.any(String), 'maria@customer.example.com']];
        expect(await told(admin)).toEqual(all);
        // Whoever leads its agent reads it wherever it is.
        await center.pool.query('update agents set reporting_manager_id = $1 where id = $2', [
            lead.id,
            ana.id,
        ]);
        await center.pool.query('update interactions set original_agent_id = $1 where id = $2', [ana.id, id]);
        expect(await told(lead)).toEqual(all);
    });

    it('counts by queue and kind, and the same after everything is closed', async () => {
        const solved = await disposition(center, 'Solved');
        const inTime = await accepted();
        await reply(center, ana, inTime);
        const late = await accepted();
        const running = await accepted();
        await center.advance(hours(1));
        const at = await accepted();
        expect(await counts(lead)).toEqual([
            {
                day: null,
                queueId: support,
                priority: null,
                kind: 'first_reply',
                met: 1,
                breached: 2,
                running: 1,
            },
            {
                day: null,
                queueId: support,
                priority: null,
                kind: 'resolution',
                met: 0,
                breached: 0,
                running: 4,
            },
        ]);
        for (const id of [inTime, late, running, at]) await close(center, ana, id, solved);
        expect(await counts(lead)).toMatchObject([
            { kind: 'first_reply', met: 1, breached: 2, running: 0 },
            { kind: 'resolution', met: 4, breached: 0, running: 0 },
        ]);
    });

    it('by priority and by the day of the organization on which it began', async () => {
        await center.pool.query(`update organization set time_zone = 'Pacific/Auckland'`);
        await accepted();
        await center.advance(hours(3));
        await accepted();
        const days = await counts(admin, { by: ['day'], kind: 'resolution' });
        expect(days.map(({ day, running }) => [day, running])).toEqual([
            ['2026-03-05', 1],
            ['2026-03-04', 1],
        ]);
        const from = { from: '2026-03-05', to: '2026-03-05' };
        expect(await counts(admin, { by: ['priority'], kind: 'resolution', days: from })).toMatchObject([
            { priority: 0, running: 1 },
        ]);
    });
});
