import { describe, expect, it } from '@jest/globals';
import {
    decidePauseReason,
    decidePauseReasons,
    MOST_PAUSE_REASONS,
    needsReason,
    offeredReasons,
} from './pauseReason.ts';

const free = { reasons: ['Lunch', 'Training'], required: false };
const asked = { ...free, required: true };

describe('R7: the reason of a pause', () => {
    it('is offered to who holds the permission, in the order set', () => {
        expect(offeredReasons(free, true)).toEqual(['Lunch', 'Training']);
        expect(offeredReasons(free, false)).toEqual([]);
    });

    it('is required where the organization says so, of those who have any to choose', () => {
        expect(decidePauseReason('unavailable', null, free, true)).toEqual({ allowed: true });
        expect(decidePauseReason('unavailable', null, asked, true)).toEqual({
            allowed: false,
            reason: 'Going Unavailable needs a reason here.',
            nextStep: 'Choose one of: Lunch, Training.',
        });
        expect(decidePauseReason('unavailable', null, asked, false)).toEqual({ allowed: true });
        expect(needsReason({ reasons: [], required: true }, true)).toBe(false);
        expect(decidePauseReason('available', null, asked, true)).toEqual({ allowed: true });
    });

    it('is one of those offered', () => {
        expect(decidePauseReason('unavailable', 'Lunch', asked, true)).toEqual({ allowed: true });
        expect(decidePauseReason('unavailable', 'Golf', free, true)).toMatchObject({
            reason: '"Golf" is not one of the pause reasons.',
        });
        expect(decidePauseReason('unavailable', 'Lunch', free, false)).toMatchObject({
            allowed: false,
            nextStep: 'Choose Unavailable without a reason.',
        });
    });

    it('is managed by an admin: each once, none empty, not the server’s own', () => {
        const many = (n: number): string[] => Array.from({ length: n }, (_, at) => `Reason ${at}`);
        expect(decidePauseReasons(many(MOST_PAUSE_REASONS))).toEqual({ allowed: true });
        expect(decidePauseReasons(many(MOST_PAUSE_REASONS + 1))).toMatchObject({ allowed: false });
        expect(decidePauseReasons(['Lunch', ' lunch '])).toMatchObject({ reason: '"lunch" is there twice.' });
        expect(decidePauseReasons(['  '])).toMatchObject({ reason: 'A pause reason is empty.' });
        expect(decidePauseReasons(['missed'])).toMatchObject({ allowed: false });
    });
});
