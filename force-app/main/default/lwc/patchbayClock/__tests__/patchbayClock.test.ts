import { onTick, serverNow } from 'c/patchbayClock';

jest.mock('c/patchbaySession', () => ({ getSession: () => ({ serverNow: () => 5_000 }) }));

describe('patchbayClock', () => {
    beforeEach(() => {
        jest.useFakeTimers();
    });
    afterEach(() => {
        jest.useRealTimers();
    });

    it('tells the server’s time', () => {
        expect(serverNow()).toBe(5_000);
    });

    it('ticks once a second for all, and not at all for nobody', () => {
        const first = jest.fn();
        const second = jest.fn();
        const stopFirst = onTick(first);
        const stopSecond = onTick(second);
        expect(jest.getTimerCount()).toBe(1);
        jest.advanceTimersByTime(999);
        expect(first).not.toHaveBeenCalled();
        jest.advanceTimersByTime(1);
        expect(first).toHaveBeenCalledWith(5_000);
        stopFirst();
        jest.advanceTimersByTime(1_000);
        expect(first).toHaveBeenCalledTimes(1);
        expect(second).toHaveBeenCalledTimes(2);
        stopSecond();
        expect(jest.getTimerCount()).toBe(0);
    });
});
