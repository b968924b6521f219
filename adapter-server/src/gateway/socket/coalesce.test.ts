import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Coalesced } from './coalesce.ts';

const EVERY = 250;

describe('coalesced work', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());
    let runs = 0;
    const counting = (work: () => Promise<void> = () => Promise.resolve()) => {
        runs = 0;
        const errors: unknown[] = [];
        const coalesced = new Coalesced(
            EVERY,
            () => {
                runs += 1;
                return work();
            },
            (error) => errors.push(error),
        );
        return { coalesced, errors };
    };
    const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

    it('is done at once when it was quiet, and once more for all that came in the interval', async () => {
        const { coalesced } = counting();
        coalesced.wake();
        expect(runs).toBe(1);
        for (let n = 0; n < 100; n += 1) coalesced.wake();
        await pass(EVERY - 1);
        expect(runs).toBe(1);
        await pass(1);
        expect(runs).toBe(2);
        await pass(10 * EVERY);
        expect(runs).toBe(2);
    });

    it('is done four times a second at most', async () => {
        const { coalesced } = counting();
        for (let ms = 0; ms < 1_000; ms += 10) {
            coalesced.wake();
            await pass(10);
        }
        expect(runs).toBeLessThanOrEqual(5);
        expect(runs).toBeGreaterThanOrEqual(4);
    });

    it('never runs twice at a time, and again for what came while it ran', async () => {
        let finish = (): void => undefined;
        const { coalesced } = counting(() => new Promise((resolve) => (finish = resolve)));
        coalesced.wake();
        coalesced.wake();
        await pass(10 * EVERY);
        expect(runs).toBe(1);
        finish();
        await pass(EVERY);
        expect(runs).toBe(2);
    });

    it('is tried again where it failed', async () => {
        let fail = true;
        const { coalesced, errors } = counting(() =>
            fail ? Promise.reject(new Error('away')) : Promise.resolve(),
        );
        coalesced.wake();
        await pass(0);
        fail = false;
        await pass(EVERY);
        expect(errors).toHaveLength(1);
        expect(runs).toBe(2);
        await pass(10 * EVERY);
        expect(runs).toBe(2);
    });

    it('stops', async () => {
        const { coalesced } = counting();
        coalesced.wake();
        coalesced.wake();
        await pass(0);
        coalesced.stop();
        await pass(10 * EVERY);
        expect(runs).toBe(1);
    });
});
