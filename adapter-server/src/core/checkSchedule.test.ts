import { describe, it, expect } from '@jest/globals';
import { ALWAYS_OPEN, checkSchedule } from './schedule.ts';
import type { Schedule, TimeRange } from './schedule.ts';

const onMonday = (...monday: TimeRange[]): Schedule => ({
    ...ALWAYS_OPEN,
    weekly: { ...ALWAYS_OPEN.weekly, monday },
});

describe('checkSchedule', () => {
    it('accepts what can be used', () => {
        expect(checkSchedule(ALWAYS_OPEN)).toEqual([]);
        expect(checkSchedule({ ...ALWAYS_OPEN, timeZone: 'America/Argentina/Buenos_Aires' })).toEqual([]);
        expect(
            checkSchedule(onMonday({ from: '13:00', to: '17:00' }, { from: '09:00', to: '13:00' })),
        ).toEqual([]);
        expect(checkSchedule(onMonday({ from: '23:59', to: '24:00' }))).toEqual([]);
    });

    it.each(['Nowhere/Land', '', '+02:00'])('refuses the zone "%s"', (timeZone) => {
        expect(checkSchedule({ ...ALWAYS_OPEN, timeZone })[0]).toContain('Unknown time zone');
    });

    it.each([
        ['9:00', '12:00', '"9:00" is not a time'],
        ['09:60', '12:00', '"09:60" is not a time'],
        ['09:00', '24:01', '"24:01" is not a time'],
        ['24:00', '24:00', 'does not end after it starts'],
        ['09:00', '09:00', 'does not end after it starts'],
        ['17:00', '09:00', 'Monday: 17:00 to 09:00 does not end after it starts.'],
    ])('refuses %s to %s', (from, to, problem) => {
        const problems = checkSchedule(onMonday({ from, to }));
        expect(problems).toHaveLength(1);
        expect(problems[0]).toContain(problem);
    });

    it('names the ranges that overlap, and allows those that touch', () => {
        expect(
            checkSchedule(onMonday({ from: '13:00', to: '17:00' }, { from: '09:00', to: '13:01' })),
        ).toEqual(['Monday: 09:00 to 13:01 and 13:00 to 17:00 overlap.']);
    });

    it('refuses dates that do not exist, that are listed twice, and their bad ranges', () => {
        const exceptions = [
            { date: '2026-02-29', name: 'Leap day', ranges: [] },
            { date: '2028-02-29', name: 'Leap day', ranges: [] },
            { date: '2028-02-29', name: '', ranges: [{ from: '10:00', to: '09:00' }] },
        ];
        expect(checkSchedule({ ...ALWAYS_OPEN, exceptions })).toEqual([
            'Leap day (2026-02-29): no such date; write it as 2026-12-24.',
            '2028-02-29: the date is listed twice.',
            '2028-02-29: 10:00 to 09:00 does not end after it starts.',
        ]);
    });
});
