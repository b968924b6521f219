import { Typing, TYPING_ENDS_AFTER } from '../typing';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('tells once that typing began, however many keys there are, and once that it ended', () => {
    const told: boolean[] = [];
    const typing = new Typing((now) => told.push(now));
    typing.typed();
    jest.advanceTimersByTime(TYPING_ENDS_AFTER - 1);
    typing.typed();
    jest.advanceTimersByTime(TYPING_ENDS_AFTER - 1);
    expect(told).toEqual([true]);
    jest.advanceTimersByTime(1);
    expect(told).toEqual([true, false]);
    typing.stop();
    expect(told).toEqual([true, false]);
});

it('ends at once when it is sent or left', () => {
    const told: boolean[] = [];
    const typing = new Typing((now) => told.push(now));
    typing.typed();
    typing.stop();
    jest.advanceTimersByTime(TYPING_ENDS_AFTER);
    expect(told).toEqual([true, false]);
});
