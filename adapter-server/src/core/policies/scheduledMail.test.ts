import { expect, it } from '@jest/globals';
import { customerWroteSince, decideSchedule, FURTHEST_SCHEDULE } from './scheduledMail.ts';

it('takes a time that is to come, within a year', () => {
    expect(decideSchedule(1_001, 1_000)).toEqual({ allowed: true, sendAt: 1_001 });
    expect(decideSchedule(1_000, 1_000)).toMatchObject({ allowed: false });
    expect(decideSchedule(1_000 + FURTHEST_SCHEDULE, 1_000)).toMatchObject({ allowed: true });
    expect(decideSchedule(1_001 + FURTHEST_SCHEDULE, 1_000)).toMatchObject({ allowed: false });
});

it('is marked where the customer wrote after it, not before', () => {
    expect(customerWroteSince(5, [4, 5])).toBe(false);
    expect(customerWroteSince(5, [4, 6])).toBe(true);
});
