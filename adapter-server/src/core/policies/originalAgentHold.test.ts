import { describe, it, expect } from '@jest/globals';
import { days, hours } from '../duration.ts';
import { ALWAYS_OPEN } from '../schedule.ts';
import type { Schedule } from '../schedule.ts';
import type { Presence } from '../vocabulary.ts';
import { decideReply, holdDeadline, ORIGINAL_AGENT_HOLD } from './originalAgentHold.ts';
import type { HoldSettings, OriginalAgent, ReplyInput } from './originalAgentHold.ts';

const ARRIVED = 1_780_300_800_000; // Monday 2026-06-01 08:00 UTC
const settings: HoldSettings = { length: ORIGINAL_AGENT_HOLD, mode: 'wall_clock', queueHours: ALWAYS_OPEN };
const ana: OriginalAgent = {
    agentId: 7,
    presence: 'available',
    enabled: true,
    inQueue: true,
    withinWorkingHours: true,
};
const until = ARRIVED + hours(16);
const decide = (original: Partial<OriginalAgent> | null, input: Partial<ReplyInput> = {}) =>
    decideReply({
        now: ARRIVED,
        oldestWaitingReplyAt: ARRIVED,
        original: original && { ...ana, ...original },
        settings,
        refused: null,
        ...input,
    });

describe('decideReply', () => {
    it('offers at once to an Available original agent', () => {
        expect(decide({})).toEqual({ action: 'offer', agentId: 7 });
    });

    it.each<[Presence, boolean, string]>([
        ['busy', true, 'busy'],
        ['unavailable', true, 'unavailable'],
        ['logged_out', true, 'logged_out'],
        ['available', false, 'outside_hours'],
        ['busy', false, 'outside_hours'],
        ['unavailable', false, 'unavailable'],
        ['logged_out', false, 'logged_out'],
    ])('holds for %s (within hours: %s) because of %s', (presence, withinWorkingHours, reason) => {
        expect(decide({ presence, withinWorkingHours })).toEqual({
            action: 'hold',
            agentId: 7,
            reason,
            until,
        });
    });

    it.each<Presence>(['available', 'busy', 'unavailable', 'logged_out'])(
        'holds until one millisecond before the deadline and releases at it, being %s',
        (presence) => {
            const before = decide({ presence }, { now: until - 1 });
            expect(before.action).toBe(presence === 'available' ? 'offer' : 'hold');
            expect(decide({ presence }, { now: until })).toEqual({
                action: 'queue',
                because: 'deadline_passed',
            });
        },
    );

    it.each(['declined', 'missed'] as const)('holds on after %s, with the same deadline', (refused) => {
        const later = { now: ARRIVED + hours(3), refused };
        expect(decide({}, later)).toEqual({ action: 'hold', agentId: 7, reason: refused, until });
        expect(decide({}, { ...later, refused: null })).toEqual({ action: 'offer', agentId: 7 });
        expect(decide({}, { now: until, refused })).toEqual({ action: 'queue', because: 'deadline_passed' });
    });

    it('counts from the oldest waiting reply, not from now', () => {
        const decided = decide({ presence: 'busy' }, { now: ARRIVED + hours(15) });
        expect(decided).toMatchObject({ action: 'hold', until });
    });

    it('releases at once without an original agent, a disabled one, and one who left the queue', () => {
        expect(decide(null)).toEqual({ action: 'queue', because: 'no_original_agent' });
        expect(decide({ enabled: false, inQueue: false })).toEqual({
            action: 'queue',
            because: 'agent_disabled',
        });
        expect(decide({ inQueue: false })).toEqual({ action: 'queue', because: 'agent_left_queue' });
    });
});

describe('holdDeadline', () => {
    const weekly = Object.fromEntries(
        Object.keys(ALWAYS_OPEN.weekly).map((day) => [day, [{ from: '09:00', to: '17:00' }]]),
    ) as unknown as Schedule['weekly'];
    const nineToFive: Schedule = { ...ALWAYS_OPEN, weekly };

    it('is 16 hours by default', () => {
        expect(ORIGINAL_AGENT_HOLD).toBe(57_600_000);
        expect(holdDeadline(ARRIVED, settings)).toBe(ARRIVED + 57_600_000);
    });

    it('counts opening hours where set: two days of eight', () => {
        const opening: HoldSettings = { ...settings, mode: 'opening_hours', queueHours: nineToFive };
        expect(holdDeadline(ARRIVED, opening)).toBe(ARRIVED + hours(9) + days(1));
        expect(holdDeadline(ARRIVED, { ...opening, mode: 'wall_clock' })).toBe(until);
    });

    it('falls back to the wall clock where the queue never opens', () => {
        const closed: Schedule = {
            ...ALWAYS_OPEN,
            weekly: {
                monday: [],
                tuesday: [],
                wednesday: [],
                thursday: [],
                friday: [],
                saturday: [],
                sunday: [],
            },
        };
        expect(holdDeadline(ARRIVED, { ...settings, mode: 'opening_hours', queueHours: closed })).toBe(until);
    });
});

describe('over both daylight-saving changes', () => {
    const daily = [{ from: '01:00', to: '09:00' }];
    const berlin: Schedule = {
        timeZone: 'Europe/Berlin',
        weekly: {
            monday: daily,
            tuesday: daily,
            wednesday: daily,
            thursday: daily,
            friday: daily,
            saturday: daily,
            sunday: daily,
        },
        exceptions: [],
    };
    const deadline = (arrived: string, mode: 'wall_clock' | 'opening_hours'): string =>
        new Date(
            holdDeadline(Date.parse(arrived), { length: hours(16), mode, queueHours: berlin }),
        ).toISOString();

    it.each([
        ['spring', '2026-03-28T20:00:00Z', '2026-03-29T12:00:00.000Z'],
        ['autumn', '2026-10-24T20:00:00Z', '2026-10-25T12:00:00.000Z'],
    ])('%s, wall clock: sixteen hours that pass, whatever the clocks show', (_change, arrived, until) => {
        expect(deadline(arrived, 'wall_clock')).toBe(until);
    });

    it.each([
        // The night of the change has 7 open hours from 01:00 to 09:00: 7 + 8, and one more on Tuesday.
        ['spring', '2026-03-28T20:00:00Z', '2026-03-31T00:00:00.000Z'],
        // It has 9: 9 on Sunday, and 7 on Monday.
        ['autumn', '2026-10-24T20:00:00Z', '2026-10-26T07:00:00.000Z'],
    ])('%s, opening hours: the hours that the queue really is open', (_change, arrived, until) => {
        expect(deadline(arrived, 'opening_hours')).toBe(until);
    });
});
