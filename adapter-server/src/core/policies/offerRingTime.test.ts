import { describe, it, expect } from '@jest/globals';
import type { Channel } from '../vocabulary.ts';
import { isRinging, offerExpiry } from './offerRingTime.ts';

describe('offerExpiry', () => {
    it.each<[Channel, number]>([
        ['voice', 20_000],
        ['chat', 30_000],
        ['email', 60_000],
    ])('%s rings for %d ms', (channel, length) => {
        const expiry = offerExpiry(5_000, channel);
        expect(expiry).toBe(5_000 + length);
        expect(isRinging(expiry, 5_000 + length - 1)).toBe(true);
        expect(isRinging(expiry, 5_000 + length)).toBe(false);
    });

    it('rings as long as the queue says', () => {
        expect(offerExpiry(5_000, 'email', 45_000)).toBe(50_000);
    });
});
