import { describe, it, expect } from '@jest/globals';
import { DEFAULT_WRAP_UP_LIMIT, wrapUpEndsAt } from './wrapUp.ts';

describe('wrapUpEndsAt', () => {
    it('has no limit for email by default', () => {
        expect(wrapUpEndsAt(1_000, DEFAULT_WRAP_UP_LIMIT.email)).toBeNull();
        expect(wrapUpEndsAt(1_000, DEFAULT_WRAP_UP_LIMIT.chat)).toBeNull();
    });

    it('ends when the limit of the queue is over', () => {
        expect(wrapUpEndsAt(1_000, DEFAULT_WRAP_UP_LIMIT.voice)).toBe(121_000);
        expect(wrapUpEndsAt(1_000, 30_000)).toBe(31_000);
        expect(wrapUpEndsAt(1_000, 0)).toBe(1_000);
    });
});
