/**
 * R9: "Service targets per queue and priority (first reply, next reply, resolution, in opening hours): timers, warnings,
 * a breach list; counts in reports." What a queue may set; targetClock.ts counts, runningTargets.ts says what runs.
 */
import { days, describeDuration, minutes, type Duration } from '../duration.ts';
import type { Decision, InteractionPriority, TargetKind } from '../vocabulary.ts';
import { PRIORITY_WORDS, priorityOf } from './interactionPriority.ts';

/** In opening time; null: no target of that kind. */
export interface TargetTimes {
    readonly firstReply: Duration | null;
    readonly nextReply: Duration | null;
    readonly resolution: Duration | null;
}
export const TARGET_FIELDS: Readonly<Record<TargetKind, keyof TargetTimes>> = {
    first_reply: 'firstReply',
    next_reply: 'nextReply',
    resolution: 'resolution',
};
export const TARGET_WORDS: Readonly<Record<TargetKind, string>> = {
    first_reply: 'first reply',
    next_reply: 'next reply',
    resolution: 'resolution',
};

export const WARN_WAYS = ['percent', 'before'] as const;
export type WarnBy = (typeof WARN_WAYS)[number];

/** What one queue has set. A time that a priority leaves out (null) is that of all of them. */
export interface ServiceTargets {
    readonly all: TargetTimes;
    readonly byPriority: { readonly [P in InteractionPriority]?: TargetTimes | undefined };
    /** By share of the target's time that has gone by, or by the opening time that is left. */
    readonly warnBy: WarnBy;
    readonly warnPercent: number;
    readonly warnBefore: Duration;
}

export const WARN_AT_PERCENT = 75;
export const WARN_BEFORE: Duration = minutes(15);
export const SHORTEST_TARGET: Duration = minutes(1);
/** Of opening time: beyond it a promise is none, and a queue of few hours would never come to its end. */
export const LONGEST_TARGET: Duration = days(90);

/** What runs for this priority. */
export function timesFor({ all, byPriority }: ServiceTargets, level: number): TargetTimes {
    const own = byPriority[priorityOf(level)];
    return {
        firstReply: own?.firstReply ?? all.firstReply,
        nextReply: own?.nextReply ?? all.nextReply,
        resolution: own?.resolution ?? all.resolution,
    };
}

/** After how much of its opening time a target warns. */
export const warnsAfter = (settings: ServiceTargets, target: Duration): Duration =>
    settings.warnBy === 'percent'
        ? Math.round((target * settings.warnPercent) / 100)
        : Math.max(0, target - settings.warnBefore);

const KINDS = Object.keys(TARGET_FIELDS) as TargetKind[];

/** Whether a queue can be set so; null is what has no target at all. */
export function decideServiceTargets(
    settings: ServiceTargets,
): Decision<{ readonly settings: ServiceTargets | null }> {
    const set = targetsIn(settings);
    if (set.length === 0) return { allowed: true, settings: null };
    for (const { name, time } of set) {
        if (time < SHORTEST_TARGET)
            return refuse(`The ${name} is under a minute.`, 'Give it at least 1 minute.');
        if (time > LONGEST_TARGET)
            return refuse(`The ${name} is more than 90 days of opening hours.`, 'Give it less, or none.');
    }
    if (settings.warnBy === 'percent' && !(settings.warnPercent >= 1 && settings.warnPercent <= 99))
        return refuse(
            'The warning comes after 1 to 99 % of the time.',
            'Choose a percentage between 1 and 99.',
        );
    if (settings.warnBy === 'before') {
        if (settings.warnBefore < SHORTEST_TARGET)
            return refuse('The warning comes less than a minute before.', 'Give it at least 1 minute.');
        const late = set.find(({ time }) => time <= settings.warnBefore);
        if (late)
            return refuse(
                `The warning must come before the target: the ${late.name} is due after ${describeDuration(late.time)}, ` +
                    `so that nothing is left ${describeDuration(settings.warnBefore)} before.`,
                'Warn later, or after a percentage of the time.',
            );
    }
    return { allowed: true, settings };
}

function targetsIn({ all, byPriority }: ServiceTargets): { name: string; time: Duration }[] {
    const priorities = Object.keys(byPriority) as InteractionPriority[];
    return [
        ...KINDS.map((kind) => ({ name: TARGET_WORDS[kind], time: all[TARGET_FIELDS[kind]] })),
        ...priorities.flatMap((priority) =>
            KINDS.map((kind) => ({
                name: `${TARGET_WORDS[kind]} at priority ${PRIORITY_WORDS[priority]}`,
                time: byPriority[priority]?.[TARGET_FIELDS[kind]] ?? null,
            })),
        ),
    ].flatMap(({ name, time }) => (time === null ? [] : [{ name, time }]));
}

const refuse = (reason: string, nextStep: string) => ({ allowed: false, reason, nextStep }) as const;
