import { describe, it, expect } from '@jest/globals';
import { IMAP_TIMING, retryDelay } from './imapConfig.ts';

describe('back-off of a mailbox', () => {
    it('doubles, stops at five minutes, and spreads over the upper half', () => {
        const most = [1, 2, 3, 9, 10, 1_000].map((failures) => retryDelay(failures, IMAP_TIMING, () => 1));
        expect(most).toEqual([1_000, 2_000, 4_000, 256_000, 300_000, 300_000]);
        expect(retryDelay(10, IMAP_TIMING, () => 0)).toBe(150_000);
    });
});
