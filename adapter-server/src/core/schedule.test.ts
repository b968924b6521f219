import { describe, it, expect } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { days, hours, minutes } from './duration.ts';
import type { Instant } from './duration.ts';
import { addOpenTime, ALWAYS_OPEN, isOpen, nextBoundary, openTimeBetween, WEEKDAYS } from './schedule.ts';
import type { Schedule, ScheduleException, TimeRange, Weekday } from './schedule.ts';

const at = (text: string): Instant => Temporal.Instant.from(text).epochMilliseconds;

function schedule(
    timeZone: string,
    week: Partial<Record<Weekday, TimeRange[]>>,
    exceptions: ScheduleException[] = [],
): Schedule {
    const weekly = Object.fromEntries(
        WEEKDAYS.map((day) => [day, week[day] ?? []]),
    ) as unknown as Schedule['weekly'];
    return { timeZone, weekly, exceptions };
}
const daily = (timeZone: string, ...ranges: [string, string][]): Schedule =>
    schedule(
        timeZone,
        Object.fromEntries(WEEKDAYS.map((day) => [day, ranges.map(([from, to]) => ({ from, to }))])),
    );

describe('ordinary weeks', () => {
    const office = schedule(
        'Europe/Berlin',
        {
            monday: [
                { from: '13:00', to: '17:00' },
                { from: '09:00', to: '12:00' },
            ],
            friday: [{ from: '22:00', to: '24:00' }],
            saturday: [{ from: '00:00', to: '02:00' }],
        },
        [
            { date: '2026-06-15', name: 'Company day', ranges: [] },
            { date: '2026-06-16', name: 'Late shift', ranges: [{ from: '18:00', to: '20:00' }] },
        ],
    );

    it.each([
        ['a millisecond before it opens', '2026-06-08T06:59:59.999Z', false],
        ['as it opens', '2026-06-08T07:00:00Z', true],
        ['a millisecond before the break', '2026-06-08T09:59:59.999Z', true],
        ['as the break begins', '2026-06-08T10:00:00Z', false],
        ['after the break', '2026-06-08T11:00:00Z', true],
        ['as it closes', '2026-06-08T15:00:00Z', false],
        ['on a holiday', '2026-06-15T08:00:00Z', false],
        ['on an exception that opens a closed weekday', '2026-06-16T16:00:00Z', true],
        ['as that exception ends', '2026-06-16T18:00:00Z', false],
        ['on that weekday a week later', '2026-06-23T16:00:00Z', false],
        ['just before midnight', '2026-06-12T21:59:59.999Z', true],
        ['just after midnight, by the next day', '2026-06-12T22:00:00Z', true],
    ])('%s', (_when, instant, open) => {
        expect(isOpen(office, at(instant))).toBe(open);
    });

    it.each([
        ['2026-06-08T06:59:59.999Z', '2026-06-08T07:00:00Z'],
        ['2026-06-08T07:00:00Z', '2026-06-08T10:00:00Z'],
        ['2026-06-08T15:00:00Z', '2026-06-12T20:00:00Z'],
        ['2026-06-12T20:00:00Z', '2026-06-13T00:00:00Z'],
        ['2026-06-13T00:00:00Z', '2026-06-16T16:00:00Z'],
    ])('after %s the state changes at %s, midnight between touching ranges being no change', (from, next) => {
        expect(nextBoundary(office, at(from))).toBe(at(next));
    });

    it('adds open time across the break, the night and the holiday', () => {
        const opened = at('2026-06-08T07:00:00Z');
        expect(addOpenTime(office, opened, hours(3))).toBe(at('2026-06-08T10:00:00Z'));
        expect(addOpenTime(office, opened, hours(3) + 1)).toBe(at('2026-06-08T11:00:00.001Z'));
        expect(addOpenTime(office, at('2026-06-08T05:00:00Z'), hours(7))).toBe(at('2026-06-08T15:00:00Z'));
        expect(addOpenTime(office, opened, hours(12))).toBe(at('2026-06-16T16:00:00Z') + hours(1));
    });

    it('adds nothing at once, even while closed', () => {
        const night = at('2026-06-08T01:00:00Z');
        expect(addOpenTime(office, night, 0)).toBe(night);
        expect(addOpenTime(office, night, 1)).toBe(at('2026-06-08T07:00:00.001Z'));
    });
});

describe('always and never', () => {
    const never = schedule('UTC', {});
    const now = at('2026-03-01T00:00:00Z');

    it('has no boundary', () => {
        expect(nextBoundary(ALWAYS_OPEN, now)).toBeNull();
        expect(nextBoundary(never, now)).toBeNull();
        expect(isOpen(ALWAYS_OPEN, now)).toBe(true);
        expect(isOpen(never, now)).toBe(false);
    });

    it('counts by the wall clock where always open, and never where closed', () => {
        expect(addOpenTime(ALWAYS_OPEN, now, hours(16))).toBe(now + hours(16));
        expect(addOpenTime(never, now, 1)).toBeNull();
        expect(addOpenTime(ALWAYS_OPEN, now, days(400))).toBe(now + days(400));
        expect(addOpenTime(ALWAYS_OPEN, now, days(500))).toBeNull();
    });

    it('looks 400 days ahead and not further', () => {
        const once = (date: string): Schedule =>
            schedule('UTC', {}, [{ date, name: '', ranges: [{ from: '00:00', to: '01:00' }] }]);
        expect(nextBoundary(once('2027-04-05'), now)).toBe(now + days(400));
        expect(nextBoundary(once('2027-04-06'), now)).toBeNull();
    });

    it('closes at the last boundary of all, and looks 400 days ahead for a closing too', () => {
        const lastDay: ScheduleException = {
            date: '2026-03-01',
            name: '',
            ranges: [{ from: '00:00', to: '01:00' }],
        };
        expect(nextBoundary(schedule('UTC', {}, [lastDay]), now)).toBe(now + hours(1));
        const closedOn = (date: string): Schedule => ({
            ...ALWAYS_OPEN,
            exceptions: [{ date, name: '', ranges: [] }],
        });
        expect(nextBoundary(closedOn('2027-04-05'), now)).toBe(now + days(400));
        expect(nextBoundary(closedOn('2027-04-06'), now)).toBeNull();
    });
});

describe('daylight saving', () => {
    it.each([
        ['Europe/Berlin', 'spring', '2026-03-28T23:00:00Z', 23],
        ['Europe/Berlin', 'autumn', '2026-10-24T22:00:00Z', 25],
        ['America/New_York', 'spring', '2026-03-08T05:00:00Z', 23],
        ['America/New_York', 'autumn', '2026-11-01T04:00:00Z', 25],
        ['America/Havana', 'spring, at midnight', '2026-03-08T05:00:00Z', 23],
        ['America/Havana', 'autumn, midnight twice', '2026-11-01T04:00:00Z', 25],
        ['UTC', 'any day', '2026-03-29T00:00:00Z', 24],
    ])('%s in %s: an all-day Sunday from %s lasts %d hours', (zone, _season, start, length) => {
        const sundays = schedule(zone, { sunday: [{ from: '00:00', to: '24:00' }] });
        expect(isOpen(sundays, at(start) - 1)).toBe(false);
        expect(isOpen(sundays, at(start))).toBe(true);
        expect(nextBoundary(sundays, at(start))).toBe(at(start) + hours(length));
        expect(isOpen(sundays, at(start) + hours(length) - 1)).toBe(true);
        expect(isOpen(sundays, at(start) + hours(length))).toBe(false);
        expect(addOpenTime(sundays, at(start), hours(length))).toBe(at(start) + hours(length));
    });

    it.each([
        ['Berlin, starting in the gap', 'Europe/Berlin', '02:30', '05:00', '2026-03-29T01:00:00Z', 120],
        ['Berlin, ending in the gap', 'Europe/Berlin', '01:00', '02:30', '2026-03-29T00:00:00Z', 60],
        ['Berlin, across the gap', 'Europe/Berlin', '01:00', '04:00', '2026-03-29T00:00:00Z', 120],
        [
            'Berlin, starting in the repeated hour',
            'Europe/Berlin',
            '02:30',
            '05:00',
            '2026-10-25T00:30:00Z',
            210,
        ],
        [
            'Berlin, ending in the repeated hour',
            'Europe/Berlin',
            '01:00',
            '02:30',
            '2026-10-24T23:00:00Z',
            90,
        ],
        ['Berlin, within the repeated hour', 'Europe/Berlin', '02:15', '02:45', '2026-10-25T00:15:00Z', 30],
        ['New York, starting in the gap', 'America/New_York', '02:30', '05:00', '2026-03-08T07:00:00Z', 120],
        ['New York, in the repeated hour', 'America/New_York', '01:30', '03:00', '2026-11-01T05:30:00Z', 150],
    ])('%s (%s %s to %s): opens at %s for %d minutes', (_case, zone, from, to, opens, length) => {
        const range = daily(zone, [from, to]);
        const start = at(opens);
        expect(isOpen(range, start - 1)).toBe(false);
        expect(nextBoundary(range, start - 1)).toBe(start);
        expect(isOpen(range, start)).toBe(true);
        expect(nextBoundary(range, start)).toBe(start + minutes(length));
    });

    it('swallows a range that lies wholly in the gap, and only on that day', () => {
        const range = daily('Europe/Berlin', ['02:10', '02:50']);
        expect(nextBoundary(range, at('2026-03-28T01:50:00Z'))).toBe(at('2026-03-30T00:10:00Z'));
        expect(addOpenTime(range, at('2026-03-28T01:10:00Z'), minutes(41))).toBe(at('2026-03-30T00:11:00Z'));
    });

    it('keeps two ranges that meet in the gap or in the repeated hour apart by nothing', () => {
        const shifts = daily('Europe/Berlin', ['00:00', '02:30'], ['02:30', '06:00']);
        expect(nextBoundary(shifts, at('2026-03-28T23:00:00Z'))).toBe(at('2026-03-29T04:00:00Z'));
        expect(nextBoundary(shifts, at('2026-10-24T22:00:00Z'))).toBe(at('2026-10-25T05:00:00Z'));
    });

    it('counts the 16 hours of a hold across both changes', () => {
        const nights = daily('America/New_York', ['00:00', '08:00']);
        // 7 real hours on the short Sunday, 8 on Monday, 1 on Tuesday; 9 and 7 around the long one.
        expect(addOpenTime(nights, at('2026-03-08T05:00:00Z'), hours(16))).toBe(at('2026-03-10T05:00:00Z'));
        expect(addOpenTime(nights, at('2026-11-01T04:00:00Z'), hours(16))).toBe(at('2026-11-02T12:00:00Z'));
    });

    it('gives the date that Pacific/Apia skipped no open time', () => {
        // Samoa went from 29 December 2011 straight to the 31st, at 10:00 UTC on the 30th.
        const apia = daily('Pacific/Apia', ['09:00', '17:00']);
        expect(nextBoundary(apia, at('2011-12-29T19:00:00Z'))).toBe(at('2011-12-30T03:00:00Z'));
        expect(nextBoundary(apia, at('2011-12-30T03:00:00Z'))).toBe(at('2011-12-30T19:00:00Z'));
        const always = daily('Pacific/Apia', ['00:00', '24:00']);
        expect(nextBoundary(always, at('2011-12-29T00:00:00Z'))).toBeNull();
        expect(addOpenTime(always, at('2011-12-29T00:00:00Z'), days(3))).toBe(at('2012-01-01T00:00:00Z'));
    });

    it('finds the local date also fourteen hours from UTC', () => {
        const kiribati = schedule('Pacific/Kiritimati', { monday: [{ from: '00:00', to: '01:00' }] });
        expect(isOpen(kiribati, at('2026-06-07T10:00:00Z'))).toBe(true);
        expect(isOpen(kiribati, at('2026-06-07T09:59:59.999Z'))).toBe(false);
        expect(isOpen(kiribati, at('2026-06-07T11:00:00Z'))).toBe(false);
    });
});

describe('openTimeBetween', () => {
    const office = daily('Europe/Berlin', ['09:00', '12:00'], ['13:00', '17:00']);

    it.each([
        // Tuesday 08:00 to 09:00:00.001 in Berlin, then over lunch, a night, and nothing backwards.
        ['2026-06-02T06:00:00Z', '2026-06-02T07:00:00Z', 0],
        ['2026-06-02T06:00:00Z', '2026-06-02T07:00:00.001Z', 1],
        ['2026-06-02T09:30:00Z', '2026-06-02T11:30:00Z', hours(1)],
        ['2026-06-02T14:00:00Z', '2026-06-03T08:00:00Z', hours(2)],
        ['2026-06-02T08:00:00Z', '2026-06-02T07:00:00Z', 0],
        ['2026-06-02T08:00:00Z', '2026-06-02T08:00:00Z', 0],
    ])('from %s to %s', (from, to, open) => {
        expect(openTimeBetween(office, at(from), at(to))).toBe(open);
    });

    it('is an hour shorter over the night that loses one, and longer over the one that gains one', () => {
        const always = daily('Europe/Berlin', ['00:00', '24:00']);
        expect(openTimeBetween(always, at('2026-03-28T23:00:00Z'), at('2026-03-29T22:00:00Z'))).toBe(
            hours(23),
        );
        expect(openTimeBetween(always, at('2026-10-24T22:00:00Z'), at('2026-10-25T23:00:00Z'))).toBe(
            hours(25),
        );
        const night = daily('Europe/Berlin', ['01:00', '04:00']);
        expect(openTimeBetween(night, at('2026-03-28T23:00:00Z'), at('2026-03-29T22:00:00Z'))).toBe(hours(2));
        expect(openTimeBetween(night, at('2026-10-24T22:00:00Z'), at('2026-10-25T23:00:00Z'))).toBe(hours(4));
    });

    it('counts beyond the horizon of the others', () => {
        expect(openTimeBetween(office, at('2026-01-01T00:00:00Z'), at('2028-01-01T00:00:00Z'))).toBe(
            730 * hours(7),
        );
    });

    it('is what addOpenTime adds, from any moment and over both changes of the clock', () => {
        const awkward = daily('America/New_York', ['00:00', '01:30'], ['02:15', '02:45'], ['09:00', '17:00']);
        for (let n = 0; n < 400; n += 1) {
            const from = at('2026-02-01T00:00:00Z') + n * hours(19) + n * 7;
            const length = 1 + ((n * 7_919_123) % hours(90));
            const due = addOpenTime(awkward, from, length) ?? 0;
            expect(openTimeBetween(awkward, from, due)).toBe(length);
            expect(openTimeBetween(awkward, from, due - 1)).toBe(length - 1);
        }
    });
});

describe('agreement of the three functions', () => {
    it('changes exactly at each boundary, over a year of awkward ranges', () => {
        const awkward = daily('America/New_York', ['00:00', '01:30'], ['01:30', '02:15'], ['02:45', '24:00']);
        let now = at('2026-01-01T00:00:00Z');
        let counted = 0;
        for (let next = nextBoundary(awkward, now); next !== null && counted < 700; counted += 1) {
            expect(isOpen(awkward, next - 1)).not.toBe(isOpen(awkward, next));
            expect(isOpen(awkward, now)).toBe(isOpen(awkward, next - 1));
            if (isOpen(awkward, now)) expect(addOpenTime(awkward, now, next - now)).toBe(next);
            [now, next] = [next, nextBoundary(awkward, next)];
        }
        expect(counted).toBe(700);
    });

    it('answers isOpen within 50 µs, also for a schedule read anew each time', () => {
        const start = at('2026-06-01T00:00:00Z');
        const office = daily('Europe/Berlin', ['09:00', '12:00'], ['13:00', '17:00']);
        // The best of many short rounds: a busy machine slows some of them, a slow algorithm all.
        const rounds = Array.from({ length: 50 }, (_, round) => {
            const began = performance.now();
            for (let i = 0; i < 200; i += 1) isOpen({ ...office }, start + minutes(round * 200 + i));
            return (performance.now() - began) / 200;
        });
        expect(Math.min(...rounds)).toBeLessThan(0.05);
    });

    it('throws on what checkSchedule would have refused', () => {
        expect(() => isOpen(daily('Nowhere/Land', ['09:00', '12:00']), 0)).toThrow(RangeError);
        expect(() => isOpen(daily('UTC', ['9', '12:00']), 0)).toThrow(RangeError);
        expect(() => isOpen(schedule('UTC', {}, [{ date: '2026-02-30', name: '', ranges: [] }]), 0)).toThrow(
            RangeError,
        );
    });
});
