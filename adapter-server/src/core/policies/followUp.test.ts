import { describe, it, expect } from '@jest/globals';
import { days, hours } from '../duration.ts';
import { ALWAYS_OPEN } from '../schedule.ts';
import type { Presence } from '../vocabulary.ts';
import { decideDueFollowUp, decideFollowUp, FURTHEST_FOLLOW_UP } from './followUp.ts';

const NOW = 1_780_300_800_000;

describe('decideFollowUp', () => {
    it('must be in the future', () => {
        expect(decideFollowUp(NOW + 1, NOW)).toEqual({ allowed: true, followUpAt: NOW + 1 });
        expect(decideFollowUp(NOW, NOW)).toMatchObject({ reason: 'The follow-up date has passed already.' });
        expect(decideFollowUp(NOW - 1, NOW)).toMatchObject({ allowed: false });
        expect(decideFollowUp(null, NOW)).toMatchObject({
            allowed: false,
            reason: 'Pending needs a follow-up date.',
        });
    });

    it('is two years away at most: no date of the calendar lies beyond, and nobody comes back to it', () => {
        expect(FURTHEST_FOLLOW_UP).toBe(days(730));
        const furthest = NOW + FURTHEST_FOLLOW_UP;
        expect(decideFollowUp(furthest, NOW)).toEqual({ allowed: true, followUpAt: furthest });
        expect(decideFollowUp(furthest + 1, NOW)).toMatchObject({
            allowed: false,
            reason: 'The follow-up date is more than two years away.',
        });
        expect(decideFollowUp(Number.MAX_SAFE_INTEGER, NOW)).toMatchObject({ allowed: false });
    });
});

describe('decideDueFollowUp', () => {
    const due = (now: number, presence: Presence) =>
        decideDueFollowUp({
            now,
            followUpAt: NOW,
            agent: { agentId: 7, presence, enabled: true, inQueue: true, withinWorkingHours: true },
            settings: { length: hours(16), mode: 'wall_clock', queueHours: ALWAYS_OPEN },
            refused: null,
        });

    it('returns to its agent at the date and not before', () => {
        expect(due(NOW - 1, 'available')).toBeNull();
        expect(due(NOW, 'available')).toEqual({ action: 'offer', agentId: 7 });
    });

    it('waits for an agent who is away, 16 hours from the date', () => {
        const until = NOW + hours(16);
        expect(due(NOW, 'unavailable')).toEqual({ action: 'hold', agentId: 7, reason: 'unavailable', until });
        expect(due(until - 1, 'logged_out')).toMatchObject({ action: 'hold' });
        expect(due(until, 'logged_out')).toEqual({ action: 'queue', because: 'deadline_passed' });
    });
});
