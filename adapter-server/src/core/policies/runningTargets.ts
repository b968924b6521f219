/**
 * R9: "Service targets … (first reply, next reply, resolution …): timers, warnings, a breach list": which of a queue's
 * targets run for an interaction, and which are met or breached.
 *
 *                     stopped ◄──── Pending, Spam ────┐
 *                        └──── open again ──────────► running ── a person's reply, or finished ──► met
 *                                                      │    ▲                                      │
 *                          no target any more, merged ─┤    └── taken back, or opened again ───────┘
 *                                             dropped ◄┘
 *
 *   A clock that has reached its time is breached, met afterwards or not; at exactly its time it is.
 */
import type { Duration, Instant } from '../duration.ts';
import type { Schedule } from '../schedule.ts';
import type { InteractionStatus, TargetKind } from '../vocabulary.ts';
import { TARGET_FIELDS, timesFor, warnsAfter, type ServiceTargets } from './serviceTargets.ts';
import { momentOn, resumed, stopped, type TargetClock } from './targetClock.ts';

export interface Target extends TargetClock {
    readonly kind: TargetKind;
    readonly queueId: number;
    readonly priority: number;
    readonly target: Duration;
    readonly dueAt: Instant | null;
    readonly warnAt: Instant | null;
    readonly warnedAt: Instant | null;
    readonly breachedAt: Instant | null;
    readonly metAt: Instant | null;
    /** Met or dropped; null while it runs or is stopped. */
    readonly endedAt: Instant | null;
}

export type TargetPhase = 'running' | 'pending' | 'finished' | 'spam' | 'merged';

/** Pending and the Spam list stop every clock; Resolved and Closed finish. */
export function targetPhase(i: {
    readonly status: InteractionStatus;
    readonly spam: unknown;
    readonly mergedInto: number | null;
}): TargetPhase {
    if (i.mergedInto !== null) return 'merged';
    if (i.spam !== null) return 'spam';
    switch (i.status) {
        case 'new':
        case 'open':
            return 'running';
        case 'pending':
            return 'pending';
        case 'resolved':
        case 'closed':
            return 'finished';
    }
}

export interface TargetFacts {
    readonly now: Instant;
    readonly phase: TargetPhase;
    readonly queueId: number;
    readonly priority: number;
    /** Of its queue; null where it has none. */
    readonly settings: ServiceTargets | null;
    readonly openingHours: Schedule;
    /** Somebody waits for an answer (`waitingSince`), for whatever reason. */
    readonly waits: boolean;
    /** When the oldest customer's message that nobody has answered arrived, if that is what is waited for. */
    readonly unansweredSince: Instant | null;
    /** An answer to it is possible: not to an address that nobody reads. */
    readonly canBeAnswered: boolean;
    /** When people answered, the oldest first; acknowledgements, automatic mail and forwards never count. */
    readonly answers: readonly Instant[];
    /** Of the running reply target: whether the message that started it is still here. */
    readonly isHere: (arrival: Instant) => boolean;
    /** From when a stopped clock runs on. */
    readonly resumesAt: Instant;
    /** Came out of the Spam list just now: its time there does not count. */
    readonly fromSpam: boolean;
    /** The earliest start of the resolutions that were merged into this one just now. */
    readonly mergedStart: Instant | null;
}

/** The reply target as it stands now; null where there is none. `targets`: all there were, oldest first. */
export function decideReplyTargets<T extends Target>(
    facts: TargetFacts,
    targets: readonly T[],
): (T | Target)[] {
    // The reply that met it was taken back: it is as if that had never been sent.
    const undone = targets.findIndex(({ metAt }) => metAt !== null && !facts.answers.includes(metAt));
    const open = targets.findIndex(({ endedAt }) => endedAt === null);
    const at = undone >= 0 && (open < 0 || undone < open) ? undone : open;
    const first = targets[at];
    const again = first && replyTarget(facts, { ...first, metAt: null, endedAt: null });
    const until = again?.metAt ?? Infinity;
    const changed = targets.map((target, n) => {
        if (n === at && again) return again;
        // While that one ran nothing else was promised.
        const isNone = at >= 0 && n > at && target.startedAt < until;
        const isPromised = target.endedAt === null || target.metAt !== null;
        return isNone && isPromised ? dropped(facts, { ...target, metAt: null }) : target;
    });
    const runs = changed.some(({ endedAt }) => endedAt === null);
    return runs ? changed : [...changed, ...newReplyTarget(facts)];
}

function replyTarget<T extends Target>(facts: TargetFacts, target: T): T {
    const { phase, answers, unansweredSince } = facts;
    if (phase === 'merged' || timeOf(facts, target.kind) === null) return dropped(facts, target);
    const answeredAt = answers.find((answer) => answer >= target.startedAt);
    if (answeredAt !== undefined && !waitsSince(facts, answeredAt)) return met(facts, target, answeredAt);
    if (phase === 'finished') return dropped(facts, measured(facts, target));
    if (phase !== 'running') return measured(facts, stopped(target, facts.now));
    const own = facts.isHere(target.startedAt) ? target.startedAt : null;
    // Split off: nothing that waits is left here.
    if (own === null && unansweredSince === null) return dropped(facts, target);
    const startedAt = Math.min(own ?? Infinity, unansweredSince ?? Infinity);
    return measured(facts, { ...resumed(target, facts.resumesAt), startedAt });
}

/** Nobody waits for an answer to what came before this one, whatever came after it. */
const waitsSince = ({ waits, unansweredSince }: TargetFacts, answeredAt: Instant): boolean =>
    waits && unansweredSince !== null && unansweredSince <= answeredAt;

function newReplyTarget(facts: TargetFacts): Target[] {
    const { phase, unansweredSince: startedAt, canBeAnswered } = facts;
    if (phase !== 'running' || startedAt === null || !canBeAnswered) return [];
    return started(facts, facts.answers.length === 0 ? 'first_reply' : 'next_reply', startedAt);
}

/** The same for the resolution, of which an interaction has one: opened again, it goes on. */
export function decideResolutionTargets<T extends Target>(
    facts: TargetFacts,
    targets: readonly T[],
): (T | Target)[] {
    const at = targets.findLastIndex(({ endedAt, metAt }) => endedAt === null || metAt !== null);
    if (at >= 0) return targets.map((target, n) => (n === at ? resolutionTarget(facts, target) : target));
    if (facts.phase !== 'running' || facts.unansweredSince === null) return [...targets];
    const startedAt = Math.min(facts.unansweredSince, facts.mergedStart ?? Infinity);
    return [...targets, ...started(facts, 'resolution', startedAt)];
}

function resolutionTarget<T extends Target>(facts: TargetFacts, target: T): T {
    const { phase, now } = facts;
    if (target.endedAt !== null && (phase === 'finished' || phase === 'merged')) return target;
    if (phase === 'merged' || timeOf(facts, 'resolution') === null)
        return target.endedAt === null ? dropped(facts, target) : target;
    if (phase === 'finished') return met(facts, stopped(target, now), now);
    const again = { ...target, metAt: null, endedAt: null };
    if (phase !== 'running') return measured(facts, stopped(again, now));
    const startedAt = Math.min(again.startedAt, facts.mergedStart ?? Infinity);
    return measured(facts, { ...resumed(again, facts.resumesAt), startedAt });
}

const timeOf = ({ settings, priority }: TargetFacts, kind: TargetKind): Duration | null =>
    settings && timesFor(settings, priority)[TARGET_FIELDS[kind]];

function started(facts: TargetFacts, kind: TargetKind, startedAt: Instant): Target[] {
    const target = timeOf(facts, kind);
    if (target === null) return [];
    const { now, queueId, priority, fromSpam } = facts;
    const fresh = {
        kind,
        startedAt,
        stops: fromSpam && startedAt < now ? [[startedAt, now] as const] : [],
        stoppedAt: null,
        queueId,
        priority,
        target,
        dueAt: null,
        warnAt: null,
        warnedAt: null,
        breachedAt: null,
        metAt: null,
        endedAt: null,
    };
    return [measured(facts, fresh)];
}

/** Due, warned and breached by the settings as they are now; moved into the future, neither has happened. */
function measured<T extends Target>(facts: TargetFacts, target: T): T {
    const { settings, openingHours, queueId, priority, now } = facts;
    const time = timeOf(facts, target.kind);
    if (settings === null || time === null) return target;
    const dueAt = momentOn(openingHours, target, time);
    const warnAt = momentOn(openingHours, target, warnsAfter(settings, time));
    const breached = dueAt !== null && dueAt <= now;
    const warned = warnAt !== null && warnAt <= now;
    return {
        ...target,
        queueId,
        priority,
        target: time,
        dueAt,
        warnAt,
        breachedAt: breached ? (target.breachedAt ?? dueAt) : null,
        warnedAt: warned ? (target.warnedAt ?? (breached ? null : now)) : null,
    };
}

/** In time, or late: then it stays breached. */
function met<T extends Target>(facts: TargetFacts, target: T, metAt: Instant): T {
    const measure = measured({ ...facts, now: metAt }, target);
    return { ...measure, metAt, endedAt: metAt };
}

/** Neither met nor missed; a breach that has happened stays one. */
const dropped = <T extends Target>({ now }: TargetFacts, target: T): T => ({ ...target, endedAt: now });
