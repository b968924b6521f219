import { describe, it, expect } from '@jest/globals';
import { days } from '../duration.ts';
import { decideFollowUp, FURTHEST_FOLLOW_UP } from './followUp.ts';

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
