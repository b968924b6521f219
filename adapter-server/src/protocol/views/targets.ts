import { z } from 'zod';
import { WARN_WAYS } from '../../core/policies/serviceTargets.ts';
import { TARGET_KINDS } from '../../core/vocabulary.ts';
import { agentRef, channel, id, instant, interactionPriority, mailAddress, queueRef } from '../primitives.ts';

export const targetKind = z.enum(TARGET_KINDS);

/** The open target that comes due first; its times are null while its clock stands still. */
export const nearestTargetView = z.object({
    kind: targetKind,
    dueAt: instant.nullable(),
    warnAt: instant.nullable(),
});

const time = z.int().nullable();
const times = z.object({ firstReply: time, nextReply: time, resolution: time });

/** What a queue promises, in milliseconds of opening time; null: nothing. A priority's null is the time of all. */
export const serviceTargetsView = z.object({
    all: times,
    byPriority: z.object({
        urgent: times.optional(),
        high: times.optional(),
        normal: times.optional(),
        low: times.optional(),
    }),
    warnBy: z.enum(WARN_WAYS),
    warnPercent: z.int(),
    warnBefore: z.int(),
});

export const TARGET_STATES = ['warned', 'overdue', 'ended'] as const;

/** A row of the breach list. */
export const targetView = z.object({
    id,
    kind: targetKind,
    /** Warned and not due yet; overdue and still open; breached, and answered or finished since. */
    state: z.enum(TARGET_STATES),
    interaction: z.object({
        id,
        number: z.string(),
        channel,
        /** Both null: it has moved to where the reader may not read it. */
        subject: z.string().nullable(),
        customer: mailAddress.nullable(),
        priority: interactionPriority,
    }),
    queue: queueRef,
    /** Who had it then, or has it now. */
    agent: agentRef.nullable(),
    startedAt: instant,
    dueAt: instant.nullable(),
    noticedAt: instant,
    /** When it was met after all; null while it is not. */
    metAt: instant.nullable(),
});

export const targetCountView = z.object({
    /** Of the day, queue, priority and kind that were asked to be told apart; null where they were not. */
    day: z.iso.date().nullable(),
    queue: queueRef.nullable(),
    priority: interactionPriority.nullable(),
    kind: targetKind.nullable(),
    met: z.int(),
    breached: z.int(),
    /** Open, and not breached. */
    running: z.int(),
});

export type NearestTargetView = z.infer<typeof nearestTargetView>;
export type ServiceTargetsView = z.infer<typeof serviceTargetsView>;
export type TargetView = z.infer<typeof targetView>;
export type TargetCountView = z.infer<typeof targetCountView>;
