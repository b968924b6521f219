import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NOON, openContactCenter, type TestContactCenter } from '../../test/firstRunCenter.ts';
import { ALWAYS_OPEN, type Schedule } from '../core/schedule.ts';
import { insertSession } from '../storage/sessions.ts';
import { drainQueue } from './routing/drain.ts';
import { updateAgent } from './updateAgent.ts';

let center: TestContactCenter;
let ana: number;
beforeEach(async () => {
    center = await openContactCenter();
    ana = await center.agentId('ana');
});
afterEach(() => center.close());

const loadOfAna = async (): Promise<number> =>
    (await center.rows<{ load: number }>('select load from agent_channels where agent_id = $1', [ana]))[0]
        ?.load ?? -1;
const update = (but: Partial<Parameters<typeof updateAgent>[2]>, by?: string) =>
    center.command(updateAgent, { agentId: ana, ...but }, by);

describe('an agent who is switched off (E4)', () => {
    it('is signed out, and everything that waited for them goes to its queue at once', async () => {
        const session = await center.inTransaction((tx) => insertSession(tx, 'token', ana, NOON + 1));
        const held = await center.waiting('ana');
        await center.signIn('ana');
        const queued = await center.waiting(null);
        await drainQueue(center.store, await center.queueId('Support'), 'email');
        center.clock.at += 1_000;
        const ringing = await center.waiting('ana');
        const unanswered = await center.assigned('ana');
        const answered = await center.assigned('ana', true);
        expect((await center.interaction(queued)).routingState).toBe('offered');
        expect((await center.interaction(ringing)).routingState).toBe('offered');
        expect((await center.interaction(held)).routingState).toBe('held');
        expect(await loadOfAna()).toBe(4);

        center.clock.at += 1_000;
        expect(await update({ enabled: false })).toEqual({ ok: true, value: {} });

        for (const [id, since] of [
            [held, NOON],
            [queued, NOON],
            [ringing, NOON + 1_000],
            [unanswered, NOON + 1_000],
        ] as const)
            expect(await center.interaction(id)).toMatchObject({
                routingState: 'queued',
                agentId: null,
                heldFor: null,
                queuedAt: since,
                why: { kind: 'released_disabled', agentId: ana },
            });
        expect(await center.interaction(answered)).toMatchObject({ routingState: 'idle', agentId: null });
        expect(await loadOfAna()).toBe(0);
        expect(await center.rows(`select 1 from offers where outcome = 'ringing'`)).toEqual([]);
        expect(
            await center.rows(`select kind from timers where kind in ('offer_expiry', 'hold_deadline')`),
        ).toEqual([]);
        expect(await center.rows('select revoked_at from sessions where id = $1', [session])).toEqual([
            { revoked_at: center.clock.at },
        ]);
        expect(center.signalled.at(-1)?.revokedSessions).toEqual(new Set([session]));
        expect(await center.agent('ana')).toMatchObject({
            enabled: false,
            chosenStatus: 'logged_out',
            statusBeforeLogout: null,
            connected: false,
        });
    });

    it('gets nothing back when switched on again, but their new work', async () => {
        const held = await center.waiting('ana');
        await update({ enabled: false });
        await update({ enabled: true });
        expect((await center.interaction(held)).routingState).toBe('queued');
        expect((await center.interaction(await center.waiting('ana'))).routingState).toBe('held');
    });

    it('is offered nothing that routing was about to give them at that moment', async () => {
        await center.signIn('ana');
        const ids = await Promise.all(Array.from({ length: 8 }, () => center.waiting(null)));
        const support = await center.queueId('Support');
        await Promise.all([drainQueue(center.store, support, 'email'), update({ enabled: false })]);
        await drainQueue(center.store, support, 'email');
        for (const id of ids) expect((await center.interaction(id)).routingState).toBe('queued');
        expect(await loadOfAna()).toBe(0);
    });
});

describe('working hours that are edited', () => {
    const from = (time: string): Schedule => ({
        ...ALWAYS_OPEN,
        weekly: { ...ALWAYS_OPEN.weekly, monday: [{ from: time, to: '17:00' }] },
    });

    it('offer what was held outside them at once, in the same transaction', async () => {
        await center.signIn('ana');
        await update({ workingHours: from('12:01') });
        const held = await center.waiting('ana');
        expect(await center.interaction(held)).toMatchObject({
            routingState: 'held',
            holdReason: 'outside_hours',
        });
        await update({ workingHours: from('12:00') });
        expect(await center.interaction(held)).toMatchObject({ routingState: 'offered', agentId: ana });
        expect((await center.agent('ana')).withinHours).toBe(true);
    });

    it('change why a reply is held, and when that is looked at again', async () => {
        await center.signIn('ana', 'unavailable');
        const held = await center.waiting('ana');
        await update({ workingHours: from('12:01') });
        expect(await center.interaction(held)).toMatchObject({
            routingState: 'held',
            holdReason: 'unavailable',
        });
        expect(await center.timer('agent_hours', ana)).toBe(NOON + 60_000);
        await update({ workingHours: null });
        expect(await center.timer('agent_hours', ana)).toBeNull();
        expect((await center.agent('ana')).workingHours).toBeNull();
    });

    it('are refused where they end before they start', async () => {
        expect(await update({ workingHours: from('17:30') })).toMatchObject({
            ok: false,
            reason: 'Monday: 17:30 to 17:00 does not end after it starts.',
        });
    });
});

describe('capacity', () => {
    it('can be lowered to what the agent has, and not below', async () => {
        await center.assigned('ana');
        await center.assigned('ana', true);
        expect(await update({ emailCapacity: 1 })).toMatchObject({
            ok: false,
            reason: 'Ana Example has 2 emails now, more than 1.',
        });
        expect(await update({ emailCapacity: 2 })).toMatchObject({ ok: true });
        expect(center.signalled.at(-1)?.agents).toContain(ana);
        expect(await center.rows('select capacity from agent_channels where agent_id = $1', [ana])).toEqual([
            { capacity: 2 },
        ]);
    });
});

describe('who leads and who administers', () => {
    it('never goes round in a circle, even when two changes come at once', async () => {
        const ben = await center.agentId('ben');
        const ada = await center.agentId('ada');
        expect(await update({ reportingManagerId: ana })).toMatchObject({
            ok: false,
            reason: 'Ana Example cannot report to themself.',
        });
        expect(await update({ reportingManagerId: 4_711 })).toMatchObject({ ok: false, code: 'not_found' });
        for (let round = 0; round < 10; round += 1) {
            const both = await Promise.all([
                update({ reportingManagerId: ben }),
                update({ agentId: ben, reportingManagerId: ana }),
            ]);
            expect(both.filter((one) => one.ok)).toHaveLength(1);
            await update({ agentId: ben, reportingManagerId: null });
            await update({ reportingManagerId: null });
        }
        await update({ reportingManagerId: ben });
        await update({ agentId: ben, reportingManagerId: ada });
        expect(await update({ agentId: ada, reportingManagerId: ana })).toMatchObject({
            ok: false,
            reason: 'Ana Example reports to Ada Example, directly or through others.',
        });
        expect(await update({ reportingManagerId: null })).toMatchObject({ ok: true });
        expect((await center.agent('ana')).reportingManagerId).toBeNull();
    });

    it('keeps one admin who can sign in', async () => {
        const ada = await center.agentId('ada');
        expect(await update({ agentId: ada, role: 'manager' })).toMatchObject({
            ok: false,
            reason: 'Ada Example is the only admin.',
        });
        expect(await update({ agentId: ada, enabled: false }, 'ana')).toMatchObject({ ok: false });
        await update({ role: 'admin' });
        expect(await update({ agentId: ada, enabled: false })).toMatchObject({
            ok: false,
            reason: 'You cannot switch off your own account.',
        });
        expect(await update({ agentId: ada, role: 'manager' })).toMatchObject({ ok: true });
    });

    it('is not there for an agent who does not exist', async () => {
        expect(await update({ agentId: 4_711, enabled: false })).toMatchObject({
            ok: false,
            code: 'not_found',
        });
    });
});

it('permissions are given and taken as one list; nothing else of an admin touches them (A6)', async () => {
    expect((await center.agent('ana')).permissions).toEqual(['queue_counters', 'pause_reasons']);
    await update({ permissions: ['email_search', 'email_search'] });
    expect((await center.agent('ana')).permissions).toEqual(['email_search']);
    await update({ skills: ['Portuguese'] });
    expect((await center.agent('ana')).permissions).toEqual(['email_search']);
    await update({ permissions: [] });
    expect((await center.agent('ana')).permissions).toEqual([]);
});

it('a change of skills leaves all else as it is', async () => {
    const before = await center.agent('ana');
    await update({ skills: ['Portuguese'] });
    expect(await center.agent('ana')).toEqual({ ...before, skills: ['Portuguese'] });
});
