import { describe, expect, it } from '@jest/globals';
import { hours, minutes } from '../duration.ts';
import { ALWAYS_OPEN } from '../schedule.ts';
import type { InteractionStatus } from '../vocabulary.ts';
import {
    decideReplyTargets,
    decideResolutionTargets,
    targetPhase,
    type Target,
    type TargetFacts,
    type TargetPhase,
} from './runningTargets.ts';
import { WARN_BEFORE, type ServiceTargets } from './serviceTargets.ts';

const settings: ServiceTargets = {
    all: { firstReply: hours(1), nextReply: hours(2), resolution: hours(8) },
    byPriority: { urgent: { firstReply: minutes(20), nextReply: null, resolution: null } },
    warnBy: 'percent',
    warnPercent: 75,
    warnBefore: WARN_BEFORE,
};
/** Arrived at 0, waits since, nobody has answered. */
const facts = (but: Partial<TargetFacts> = {}): TargetFacts => ({
    now: 0,
    phase: 'running',
    queueId: 1,
    priority: 0,
    settings,
    openingHours: ALWAYS_OPEN,
    waits: true,
    unansweredSince: 0,
    canBeAnswered: true,
    answers: [],
    isHere: () => true,
    resumesAt: but.now ?? 0,
    fromSpam: false,
    mergedStart: null,
    ...but,
});
const answered = (at: number, but: Partial<TargetFacts> = {}) =>
    facts({ now: at, waits: false, unansweredSince: null, answers: [at], ...but });
const first = (): Target[] => decideReplyTargets(facts(), []);
const resolution = (): Target[] => decideResolutionTargets(facts(), []);

it.each([
    ['new', null, null, 'running'],
    ['open', null, null, 'running'],
    ['pending', null, null, 'pending'],
    ['resolved', null, null, 'finished'],
    ['closed', null, null, 'finished'],
    ['open', {}, null, 'spam'],
    ['closed', null, 7, 'merged'],
] as [InteractionStatus, object | null, number | null, TargetPhase][])(
    '%s, spam %j, merged into %p: %s',
    (status, spam, mergedInto, phase) => {
        expect(targetPhase({ status, spam, mergedInto })).toBe(phase);
    },
);

describe('a reply', () => {
    it('is due, and warned of, from the message on', () => {
        expect(first()).toMatchObject([
            { kind: 'first_reply', startedAt: 0, dueAt: hours(1), warnAt: minutes(45), endedAt: null },
        ]);
    });

    it('after an answer of a person it is the next one', () => {
        const [target] = decideReplyTargets(facts({ answers: [-1] }), []);
        expect(target).toMatchObject({ kind: 'next_reply', dueAt: hours(2) });
    });

    it.each([
        [{ settings: null }],
        [{ phase: 'pending' as const }],
        [{ phase: 'spam' as const }],
        [{ unansweredSince: null }],
        [{ canBeAnswered: false }],
        [{ priority: 0, settings: { ...settings, all: { ...settings.all, firstReply: null } } }],
    ])('is promised to nobody where %j', (but) => {
        expect(decideReplyTargets(facts(but), [])).toEqual([]);
    });

    it.each([
        [minutes(45) - 1, null, null],
        [minutes(45), minutes(45), null],
        [hours(1) - 1, hours(1) - 1, null],
        [hours(1), null, hours(1)],
    ])('looked at after %i ms it is warned at %p and breached at %p', (now, warnedAt, breachedAt) => {
        expect(decideReplyTargets(facts({ now }), first())).toMatchObject([
            { warnedAt, breachedAt, endedAt: null },
        ]);
    });

    it.each([
        [hours(1) - 1, null],
        [hours(1), hours(1)],
    ])('answered after %i ms it is met, and breached at %p', (at, breachedAt) => {
        expect(decideReplyTargets(answered(at), first())).toMatchObject([
            { metAt: at, endedAt: at, breachedAt },
        ]);
    });

    it('an answer from before it does not meet it', () => {
        const [target] = decideReplyTargets(
            facts({ answers: [-1], waits: false, unansweredSince: null }),
            first(),
        );
        expect(target?.metAt).toBeNull();
    });

    it('taken back, it runs on; what came after it is no promise of its own any more', () => {
        const met = decideReplyTargets(answered(minutes(5)), first());
        const next = decideReplyTargets(
            facts({ now: minutes(6), answers: [minutes(5)], unansweredSince: minutes(6) }),
            met,
        );
        expect(next).toHaveLength(2);
        expect(decideReplyTargets(facts({ now: minutes(7) }), next)).toMatchObject([
            { kind: 'first_reply', metAt: null, endedAt: null, dueAt: hours(1) },
            { kind: 'next_reply', metAt: null, endedAt: minutes(7) },
        ]);
    });

    it('an earlier answer that stands leaves what it met alone', () => {
        const met = decideReplyTargets(answered(minutes(5)), first());
        const both = answered(minutes(9), { answers: [minutes(5), minutes(9)] });
        expect(decideReplyTargets(both, met)).toEqual(met);
    });

    it('taken back after a later one was sent, it was met by that, or late', () => {
        const met = decideReplyTargets(answered(minutes(5)), first());
        expect(decideReplyTargets(answered(minutes(50)), met)).toMatchObject([
            { kind: 'first_reply', metAt: minutes(50), breachedAt: null },
        ]);
        expect(decideReplyTargets(answered(minutes(70)), met)).toMatchObject([
            { kind: 'first_reply', metAt: minutes(70), breachedAt: hours(1) },
        ]);
    });

    it('what was promised before that later one is no promise of its own; what came after it runs on', () => {
        const five = minutes(5);
        const wroteAgain = (at: number, answers: number[]) =>
            facts({ now: at, unansweredSince: at, answers: answers.map(minutes) });
        const met = decideReplyTargets(answered(five), first());
        const second = decideReplyTargets(wroteAgain(minutes(10), [5]), met);
        const answeredTwice = answered(minutes(20), { answers: [five, minutes(20)] });
        const third = decideReplyTargets(
            wroteAgain(minutes(30), [5, 20]),
            decideReplyTargets(answeredTwice, second),
        );
        expect(third.map(({ metAt, endedAt }) => [metAt, endedAt])).toEqual([
            [five, five],
            [minutes(20), minutes(20)],
            [null, null],
        ]);
        const back = { ...wroteAgain(minutes(30), [20]), now: minutes(31) };
        expect(decideReplyTargets(back, third)).toMatchObject([
            { kind: 'first_reply', metAt: minutes(20) },
            { kind: 'next_reply', metAt: null, endedAt: minutes(31) },
            { kind: 'next_reply', startedAt: minutes(30), endedAt: null },
        ]);
    });

    it('stops in Pending and runs on from when it resumes', () => {
        const still = decideReplyTargets(
            facts({ now: minutes(10), phase: 'pending', waits: false, unansweredSince: null }),
            first(),
        );
        expect(still).toMatchObject([{ stoppedAt: minutes(10), dueAt: null, warnAt: null }]);
        const again = facts({ now: hours(3), unansweredSince: null, resumesAt: hours(2) });
        expect(decideReplyTargets(again, still)).toMatchObject([
            {
                stoppedAt: null,
                stops: [[minutes(10), hours(2)]],
                dueAt: hours(2) + minutes(50),
                breachedAt: hours(2) + minutes(50),
            },
        ]);
    });

    it('breached before it stopped, it stays breached', () => {
        const phase = { phase: 'pending' as const, waits: false, unansweredSince: null };
        const still = decideReplyTargets(facts({ now: hours(1), ...phase }), first());
        expect(still).toMatchObject([{ breachedAt: hours(1), dueAt: hours(1) }]);
    });

    it.each(['finished', 'merged'] as const)(
        '%s without an answer it is neither met nor breached',
        (phase) => {
            const end = { now: minutes(5), phase, waits: false, unansweredSince: null };
            expect(decideReplyTargets(facts(end), first())).toMatchObject([
                { metAt: null, breachedAt: null, endedAt: minutes(5) },
            ]);
        },
    );

    it('where its message is gone it follows the next one, or ends', () => {
        const gone = { now: minutes(9), isHere: (at: number) => at === minutes(8) };
        expect(decideReplyTargets(facts({ ...gone, unansweredSince: minutes(8) }), first())).toMatchObject([
            { startedAt: minutes(8), endedAt: null },
        ]);
        expect(decideReplyTargets(facts({ ...gone, unansweredSince: null }), first())).toMatchObject([
            { endedAt: minutes(9) },
        ]);
    });

    it('at another priority it has that time, and a breach may lie in the future again', () => {
        const urgent = decideReplyTargets(facts({ now: minutes(30), priority: 2 }), first());
        expect(urgent).toMatchObject([{ priority: 2, dueAt: minutes(20), breachedAt: minutes(20) }]);
        expect(decideReplyTargets(facts({ now: minutes(31) }), urgent)).toMatchObject([
            { priority: 0, dueAt: hours(1), breachedAt: null, warnedAt: null },
        ]);
    });

    it('the time in the Spam list does not count', () => {
        const fresh = decideReplyTargets(facts({ now: hours(2), fromSpam: true }), []);
        expect(fresh).toMatchObject([{ startedAt: 0, stops: [[0, hours(2)]], dueAt: hours(3) }]);
    });
});

describe('the resolution', () => {
    it('is met when it is finished, or late', () => {
        const end = (now: number) =>
            decideResolutionTargets(
                facts({ now, phase: 'finished', waits: false, unansweredSince: null }),
                resolution(),
            );
        expect(end(hours(8) - 1)).toMatchObject([{ metAt: hours(8) - 1, breachedAt: null }]);
        expect(end(hours(8))).toMatchObject([{ metAt: hours(8), breachedAt: hours(8) }]);
    });

    it('opened again it goes on; closed meanwhile it stays as it was', () => {
        const end = { phase: 'finished' as const, waits: false, unansweredSince: null };
        const met = decideResolutionTargets(facts({ now: hours(2), ...end }), resolution());
        expect(decideResolutionTargets(facts({ now: hours(5), ...end }), met)).toEqual(met);
        expect(decideResolutionTargets(facts({ now: hours(20) }), met)).toMatchObject([
            { metAt: null, endedAt: null, stops: [[hours(2), hours(20)]], dueAt: hours(26) },
        ]);
    });

    it('begins with a message and not where nobody has written', () => {
        expect(decideResolutionTargets(facts({ unansweredSince: null }), [])).toEqual([]);
        expect(decideResolutionTargets(facts({ canBeAnswered: false }), [])).toMatchObject([
            { dueAt: hours(8) },
        ]);
    });

    it('of two that are merged it goes on from the earlier', () => {
        expect(decideResolutionTargets(facts({ mergedStart: -hours(1) }), resolution())).toMatchObject([
            { startedAt: -hours(1), dueAt: hours(7) },
        ]);
        expect(decideResolutionTargets(facts({ now: 9, phase: 'merged' }), resolution())).toMatchObject([
            { metAt: null, endedAt: 9 },
        ]);
    });
});
