import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NOON, openContactCenter, type TestContactCenter } from '../../test/firstRunCenter.ts';
import { hours } from '../core/duration.ts';
import { ALWAYS_OPEN, type Schedule } from '../core/schedule.ts';
import { updateQueue } from './updateQueue.ts';

let center: TestContactCenter;
let queueId: number;
let held: number;
beforeEach(async () => {
    center = await openContactCenter();
    queueId = await center.queueId('Support');
    held = await center.waiting('ana');
    center.clock.at = NOON + hours(2);
});
afterEach(() => center.close());
const update = (but: Partial<Parameters<typeof updateQueue>[2]>) =>
    center.command(updateQueue, { queueId, ...but });

const mondayTo = (to: string): Schedule => ({
    ...ALWAYS_OPEN,
    weekly: { ...ALWAYS_OPEN.weekly, monday: [{ from: '00:00', to }] },
});

describe('the time that a queue holds for', () => {
    it('moves the deadline of what is held, and says so', async () => {
        const agentId = await center.agentId('ana');
        await update({ holdFor: hours(3) });
        const record = {
            kind: 'hold_recomputed',
            agentId,
            queueId,
            because: 'settings_changed',
            before: NOON + hours(16),
            until: NOON + hours(3),
        };
        expect(await center.interaction(held)).toMatchObject({
            routingState: 'held',
            holdUntil: NOON + hours(3),
            routingSince: NOON,
            why: record,
        });
        expect(await center.timer('hold_deadline', held)).toBe(NOON + hours(3));
        const { kind, ...data } = record;
        expect((await center.journal(held)).at(-1)).toMatchObject({ kind, data });
    });

    it.each([
        [1, 'held'],
        [0, 'queued'],
    ] as [number, string][])('ending in %i ms leaves it %s', async (left, state) => {
        await update({ holdFor: hours(2) + left });
        expect((await center.interaction(held)).routingState).toBe(state);
        expect(await center.timer('hold_deadline', held)).toBe(left === 0 ? null : NOON + hours(2) + left);
    });

    it('moves the deadline of an unanswered message in an inbox as well', async () => {
        const working = await center.assigned('ben');
        await update({ holdFor: hours(5) });
        expect(await center.timer('hold_deadline', working)).toBe(NOON + hours(2) + hours(5));
    });

    it('leaves other queues alone', async () => {
        await center.command(updateQueue, { queueId: await center.queueId('Sales'), holdFor: hours(1) });
        expect((await center.interaction(held)).holdUntil).toBe(NOON + hours(16));
    });

    it('set to what it was changes nothing', async () => {
        const before = await center.interaction(held);
        await update({ holdFor: hours(16) });
        expect(await center.interaction(held)).toEqual(before);
    });
});

describe('opening hours that are edited', () => {
    it('close the queue at once where they are over, and know when it opens', async () => {
        await update({ openingHours: mondayTo('14:00') });
        expect(await center.rows('select is_open from queues where id = $1', [queueId])).toEqual([
            { is_open: false },
        ]);
        expect(await center.timer('queue_hours', queueId)).toBe(NOON + hours(12));
        await update({ openingHours: mondayTo('14:01') });
        expect(await center.rows('select is_open from queues where id = $1', [queueId])).toEqual([
            { is_open: true },
        ]);
        expect(center.signalled.at(-1)?.queues).toContain(queueId);
    });

    it('move a deadline that is counted in them', async () => {
        await update({ holdMode: 'opening_hours' });
        expect((await center.interaction(held)).holdUntil).toBe(NOON + hours(16));
        // Two hours of the sixteen are gone; the night from 14:00 to midnight does not count.
        await update({ openingHours: mondayTo('14:00') });
        expect(await center.interaction(held)).toMatchObject({
            holdUntil: NOON + hours(16) + hours(10),
            why: { kind: 'hold_recomputed', because: 'hours_changed', before: NOON + hours(16) },
        });
    });

    it('are refused where they end before they start', async () => {
        const wrong = { ...ALWAYS_OPEN, timeZone: 'Mars/Olympus' };
        expect(await update({ openingHours: wrong })).toMatchObject({
            ok: false,
            reason: expect.stringMatching(/Mars/),
        });
    });
});

describe('the rest of a queue', () => {
    it('is kept where only one thing is given, and moves no deadline', async () => {
        const before = await center.rows('select * from queues where id = $1', [queueId]);
        await update({ acknowledgement: 'Thank you.' });
        expect(await center.rows('select * from queues where id = $1', [queueId])).toEqual([
            { ...(before[0] as object), acknowledgement: 'Thank you.' },
        ]);
        expect(await center.journal(held)).toHaveLength(1);
    });

    it('cannot be changed of a queue that is not there', async () => {
        expect(await update({ queueId: 4_711, holdFor: hours(1) })).toMatchObject({
            ok: false,
            code: 'not_found',
        });
    });
});
