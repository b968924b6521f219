import { describe, it, expect } from '@jest/globals';
import { hours } from '../duration.ts';
import { CONNECTION_GRACE, connectionLost, connectionLostAt } from './connectionGrace.ts';

const SEEN = 1_000_000;
const UP = 0;

describe('connectionLost', () => {
    it('is 30 seconds', () => {
        expect(CONNECTION_GRACE).toBe(30_000);
    });

    it.each([
        [0, false],
        [29_999, false],
        [30_000, true],
        [30_001, true],
    ])('%d ms after the last sign of life: %s', (gap, lost) => {
        expect(connectionLost(SEEN, SEEN + gap, UP)).toBe(lost);
    });

    it('starts anew when a server starts, however long nobody could be heard', () => {
        const started = SEEN + hours(2);
        expect(connectionLost(SEEN, started, started)).toBe(false);
        expect(connectionLost(SEEN, started + 29_999, started)).toBe(false);
        expect(connectionLost(SEEN, started + 30_000, started)).toBe(true);
        expect(connectionLostAt(SEEN, started)).toBe(started + 30_000);
    });

    it('keeps to another grace where set', () => {
        expect(connectionLost(SEEN, SEEN + 4_999, UP, 5_000)).toBe(false);
        expect(connectionLost(SEEN, SEEN + 5_000, UP, 5_000)).toBe(true);
    });
});
