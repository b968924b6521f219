import { expect, it } from '@jest/globals';
import { hours, minutes } from '../duration.ts';
import { ALWAYS_OPEN, WEEKDAYS, type Schedule } from '../schedule.ts';
import { momentOn, resumed, stopped, type TargetClock } from './targetClock.ts';

const at = (text: string): number => Date.parse(text);
const weekdays = (timeZone: string, from: string, to: string): Schedule => ({
    timeZone,
    weekly: Object.fromEntries(
        WEEKDAYS.map((day, n) => [day, n < 5 ? [{ from, to }] : []]),
    ) as unknown as Schedule['weekly'],
    exceptions: [{ date: '2026-06-04', name: 'Holiday', ranges: [] }],
});
const office = weekdays('Europe/Berlin', '09:00', '17:00');
const from = (startedAt: string, but: Partial<TargetClock> = {}): TargetClock => ({
    startedAt: at(startedAt),
    stops: [],
    stoppedAt: null,
    ...but,
});

it.each([
    // Monday 1 June 2026, Berlin is UTC+2: the last hour of a day goes on in the next day's first.
    ['2026-06-01T14:00:00Z', hours(1), '2026-06-01T15:00:00Z'],
    ['2026-06-01T14:00:00Z', hours(1) + 1, '2026-06-02T07:00:00.001Z'],
    ['2026-06-01T20:00:00Z', 1, '2026-06-02T07:00:00.001Z'],
    // Over a holiday, and over a weekend.
    ['2026-06-03T14:00:00Z', hours(2), '2026-06-05T08:00:00Z'],
    ['2026-06-05T14:00:00Z', hours(2), '2026-06-08T08:00:00Z'],
    // The weekends on which the clock is moved: nine o'clock stays nine o'clock.
    ['2026-03-27T15:00:00Z', hours(2), '2026-03-30T08:00:00Z'],
    ['2026-10-23T14:00:00Z', hours(2), '2026-10-26T09:00:00Z'],
])('from %s, %i ms of opening hours are over at %s', (start, length, due) => {
    expect(momentOn(office, from(start), length)).toBe(at(due));
});

it.each(['2026-03-29T00:30:00Z', '2026-10-25T00:30:00Z'])(
    'two hours round the clock are two hours at %s',
    (start) => {
        const berlin = { ...ALWAYS_OPEN, timeZone: 'Europe/Berlin' };
        expect(momentOn(berlin, from(start), hours(2))).toBe(at(start) + hours(2));
    },
);

it('what it stood still for does not count, inside opening hours or not', () => {
    const stop = (a: string, b: string) => [[at(a), at(b)]] as const;
    const start = '2026-06-01T08:00:00Z';
    const due = (stops: TargetClock['stops']) => momentOn(office, from(start, { stops }), hours(2));
    expect(due(stop('2026-06-01T09:00:00Z', '2026-06-01T12:00:00Z'))).toBe(at('2026-06-01T13:00:00Z'));
    expect(due(stop('2026-06-01T09:00:00Z', '2026-06-02T02:00:00Z'))).toBe(at('2026-06-02T08:00:00Z'));
    expect(due(stop('2026-06-01T10:00:00Z', '2026-06-01T12:00:00Z'))).toBe(at('2026-06-01T10:00:00Z'));
    expect(due(stop('2026-06-01T09:59:59.999Z', '2026-06-01T12:00:00Z'))).toBe(
        at('2026-06-01T12:00:00.001Z'),
    );
});

it.each([
    ['2026-06-01T09:59:59.999Z', null],
    ['2026-06-01T10:00:00Z', '2026-06-01T10:00:00Z'],
])('stopped at %s, two hours are over at %s', (stoppedAt, due) => {
    const clock = from('2026-06-01T08:00:00Z', { stoppedAt: at(stoppedAt) });
    expect(momentOn(office, clock, hours(2))).toBe(due && at(due));
});

it('a queue that never opens has nothing that comes due', () => {
    expect(momentOn(weekdays('UTC', '09:00', '09:00'), from('2026-06-01T08:00:00Z'), minutes(1))).toBeNull();
});

it('is stopped once, and a stop of no length is none', () => {
    const clock = stopped(stopped(from('2026-06-01T08:00:00Z'), 5), 9);
    expect(clock.stoppedAt).toBe(5);
    expect(resumed(clock, 7)).toMatchObject({ stops: [[5, 7]], stoppedAt: null });
    expect(resumed(clock, 5)).toMatchObject({ stops: [], stoppedAt: null });
});
