import { expect, it } from '@jest/globals';
import { days, hours, minutes } from '../duration.ts';
import {
    decideServiceTargets,
    timesFor,
    warnsAfter,
    WARN_AT_PERCENT,
    WARN_BEFORE,
    type ServiceTargets,
    type TargetTimes,
} from './serviceTargets.ts';

const none: TargetTimes = { firstReply: null, nextReply: null, resolution: null };
const targets = (but: Partial<ServiceTargets> = {}): ServiceTargets => ({
    all: { ...none, firstReply: hours(1) },
    byPriority: {},
    warnBy: 'percent',
    warnPercent: WARN_AT_PERCENT,
    warnBefore: WARN_BEFORE,
    ...but,
});

it('a priority has its own times, and those of all where it names none', () => {
    const settings = targets({
        all: { firstReply: hours(4), nextReply: hours(2), resolution: null },
        byPriority: { urgent: { ...none, firstReply: minutes(15) }, low: { ...none, resolution: days(5) } },
    });
    expect(timesFor(settings, 2)).toEqual({ firstReply: minutes(15), nextReply: hours(2), resolution: null });
    expect(timesFor(settings, 1)).toEqual(settings.all);
    expect(timesFor(settings, 0)).toEqual(settings.all);
    expect(timesFor(settings, -1)).toEqual({ ...settings.all, resolution: days(5) });
});

it('warns by share, or by the time that is left', () => {
    expect(warnsAfter(targets(), hours(1))).toBe(minutes(45));
    expect(warnsAfter(targets({ warnBy: 'before', warnBefore: minutes(10) }), hours(1))).toBe(minutes(50));
});

it('without any time there are no targets', () => {
    expect(decideServiceTargets(targets({ all: none }))).toEqual({ allowed: true, settings: null });
    const low = targets({ all: none, byPriority: { low: { ...none, nextReply: hours(1) } } });
    expect(decideServiceTargets(low)).toEqual({ allowed: true, settings: low });
});

it.each([
    [minutes(1), true],
    [minutes(1) - 1, false],
    [days(90), true],
    [days(90) + 1, false],
])('a target of %i ms is possible: %s', (time, allowed) => {
    expect(decideServiceTargets(targets({ all: { ...none, resolution: time } })).allowed).toBe(allowed);
    const byPriority = { high: { ...none, firstReply: time } };
    expect(decideServiceTargets(targets({ byPriority })).allowed).toBe(allowed);
});

it.each([
    [0, false],
    [1, true],
    [99, true],
    [100, false],
    [Number.NaN, false],
])('a warning after %i %%: %s', (warnPercent, allowed) => {
    expect(decideServiceTargets(targets({ warnPercent })).allowed).toBe(allowed);
});

it.each([
    [hours(1) - 1, true],
    [hours(1), false],
    [minutes(1) - 1, false],
    [minutes(1), true],
])('a warning %i ms before an hour is over: %s', (warnBefore, allowed) => {
    expect(decideServiceTargets(targets({ warnBy: 'before', warnBefore })).allowed).toBe(allowed);
});

it('says which target leaves no room for the warning', () => {
    const byPriority = { urgent: { ...none, firstReply: minutes(15) } };
    expect(decideServiceTargets(targets({ byPriority, warnBy: 'before', warnBefore: minutes(20) }))).toEqual({
        allowed: false,
        reason:
            'The warning must come before the target: the first reply at priority Urgent is due after 15 min, ' +
            'so that nothing is left 20 min before.',
        nextStep: 'Warn later, or after a percentage of the time.',
    });
});
