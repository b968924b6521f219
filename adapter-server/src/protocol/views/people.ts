import { z } from 'zod';
import {
    agentRef,
    channel,
    chosenStatus,
    id,
    instant,
    permission,
    presence,
    queueRef,
    role,
} from '../primitives.ts';

export const presenceView = z.object({
    agent: agentRef,
    presence,
    reason: z.string().nullable(),
    since: instant,
    email: z.object({ load: z.int(), capacity: z.int() }),
    queues: z.array(id),
});

export const queueCounterView = z.object({
    queue: queueRef,
    waiting: z.int(),
    held: z.int(),
    oldestWaitingSince: instant.nullable(),
    availableAgents: z.int(),
    open: z.boolean(),
    nextChangeAt: instant.nullable(),
    /** Another number: something in its line changed that the counts do not show, such as a tag. */
    revision: z.int(),
});

export const notificationView = z.object({
    id,
    at: instant,
    kind: z.enum([
        'offer',
        'mention',
        'assigned',
        'reassigned',
        'follow_up',
        'missed',
        'delivery_failed',
        'mail_quarantined',
        'scheduled_mail',
        'reply',
        'transfer',
        'target_warning',
        'target_breached',
    ]),
    text: z.string(),
    interactionId: id.nullable(),
    read: z.boolean(),
});

export const meView = z.object({
    agent: agentRef,
    username: z.string(),
    role,
    timeZone: z.string(),
    chosen: chosenStatus,
    presence,
    reason: z.string().nullable(),
    since: instant,
    withinWorkingHours: z.boolean(),
    nextWorkingBoundaryAt: instant.nullable(),
    /** Those that I may choose from. */
    pauseReasons: z.array(z.string()),
    pauseReasonRequired: z.boolean(),
    /** What they may do beside their role (A6). */
    permissions: z.array(permission),
    /** Counters of what waits that I do not want to see. */
    hiddenCounters: z.array(channel),
    queues: z.array(queueRef),
    notifyBy: z.record(z.string(), z.object({ sound: z.boolean(), desktop: z.boolean() })),
});

export type PresenceView = z.infer<typeof presenceView>;
export type QueueCounterView = z.infer<typeof queueCounterView>;
export type NotificationView = z.infer<typeof notificationView>;
export type MeView = z.infer<typeof meView>;
