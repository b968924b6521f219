import { z } from 'zod';
import {
    agentRef,
    channel,
    chosenStatus,
    holdReason,
    id,
    instant,
    interactionStatus,
    mailAddress,
    membershipPriority,
    presence,
    queueRef,
    role,
    routingState,
    schedule,
} from './primitives.ts';

/** What the screens show. Built by gateway/presenters, never by a client. */

export const routingView = z.object({
    state: routingState,
    /** Whom it rings at or is assigned to. */
    agent: agentRef.nullable(),
    heldFor: agentRef.nullable(),
    holdReason: holdReason.nullable(),
    /** Hold: its deadline. Offer: when it stops ringing. */
    until: instant.nullable(),
    /** Since when it stands in this state; for a queue, its place in the line. */
    since: instant,
});

export const interactionSummary = z.object({
    id,
    /** What people say on the phone: "interaction 1042". */
    number: z.string(),
    channel,
    status: interactionStatus,
    subject: z.string(),
    /** First words of the newest message, one line. */
    preview: z.string(),
    customer: mailAddress,
    queue: queueRef,
    priority: z.int(),
    routing: routingView,
    /** The last routing decision in words (R3). */
    why: z.string(),
    originalAgent: agentRef.nullable(),
    unread: z.boolean(),
    /** Arrival of the oldest customer message that nobody has answered. */
    waitingSince: instant.nullable(),
    followUpAt: instant.nullable(),
    wrapUp: z.object({ since: instant, endsAt: instant.nullable() }).nullable(),
    mayBelongTo: z.object({ id, number: z.string(), subject: z.string() }).nullable(),
    lastActivityAt: instant,
    /** Journal number of the newest entry; a greater one means newer. */
    version: z.int(),
});

export const offerView = z.object({
    id,
    interaction: interactionSummary,
    offeredAt: instant,
    expiresAt: instant,
    why: z.string(),
});

export const attachmentView = z.object({
    id,
    filename: z.string(),
    contentType: z.string(),
    size: z.int(),
    inline: z.boolean(),
});

const foldable = z.object({ visible: z.string(), quoted: z.string().nullable() });

export const messageView = z.object({
    id,
    direction: z.enum(['inbound', 'outbound']),
    kind: z.enum(['message', 'acknowledgement', 'automatic']),
    from: mailAddress,
    to: z.array(mailAddress),
    cc: z.array(mailAddress),
    subject: z.string(),
    at: instant,
    agent: agentRef.nullable(),
    text: foldable,
    /** Already safe to show in a sandboxed frame; null where the mail had no HTML. */
    html: foldable.nullable(),
    /** Remote images and such that were left out until asked for. */
    blockedRemote: z.int(),
    /** Why part of the message is not shown here, if so. */
    folded: z.string().nullable(),
    attachments: z.array(attachmentView),
    authentication: z.object({ spf: z.string(), dkim: z.string(), dmarc: z.string() }).nullable(),
    delivery: z
        .object({
            state: z.enum(['waiting', 'sent', 'failed']),
            detail: z.string().nullable(),
            at: instant.nullable(),
        })
        .nullable(),
});

export const journalEntryView = z.object({
    seq: z.int(),
    at: instant,
    kind: z.string(),
    agent: agentRef.nullable(),
    /** A sentence for people. */
    text: z.string(),
});

/** One entry of a contact feed: a note, a mention, or an event of another interaction of the customer. */
export const feedEntryView = z.object({
    id,
    at: instant,
    kind: z.enum(['note', 'event']),
    agent: agentRef.nullable(),
    text: z.string(),
    mentions: z.array(agentRef),
    interaction: z.object({ id, number: z.string(), subject: z.string() }).nullable(),
});

/** Whether an action is possible now, and if not, why and what to do instead. */
export const possibility = z.object({
    allowed: z.boolean(),
    reason: z.string().nullable(),
    nextStep: z.string().nullable(),
});

export const draftView = z.object({
    text: z.string(),
    cc: z.array(z.string()),
    uploads: z.array(attachmentView),
    savedAt: instant,
    /** Raised by each save; a save that names an older one is refused with the newer draft. */
    version: z.int(),
});

export const dispositionView = z.object({ id, label: z.string() });

export const interactionDetail = z.object({
    summary: interactionSummary,
    messages: z.array(messageView),
    journal: z.array(journalEntryView),
    draft: draftView.nullable(),
    dispositions: z.array(dispositionView),
    disposition: z.object({ label: z.string(), notes: z.string() }).nullable(),
    replyTo: z.array(mailAddress),
    /** Shown where another agent's thread is open (E5). */
    originalAgentBanner: z
        .object({ agent: agentRef, presence, since: instant, taggingNote: z.string().nullable() })
        .nullable(),
    can: z.object({
        accept: possibility,
        pull: possibility,
        reply: possibility,
        close: possibility,
        setPending: possibility,
        resolve: possibility,
        dismiss: possibility,
        assign: possibility,
        merge: possibility,
    }),
});

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
        'reply',
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
    pauseReasons: z.array(z.string()),
    queues: z.array(queueRef),
    notifyBy: z.record(z.string(), z.object({ sound: z.boolean(), desktop: z.boolean() })),
});

export const agentAdminView = z.object({
    id,
    username: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    role,
    enabled: z.boolean(),
    timeZone: z.string(),
    reportingManager: agentRef.nullable(),
    emailCapacity: z.int(),
    skills: z.array(z.string()),
    memberships: z.array(z.object({ queue: queueRef, priority: membershipPriority })),
    workingHours: schedule.nullable(),
});

export const auditEntryView = z.object({
    id,
    at: instant,
    actor: z.string(),
    action: z.string(),
    object: z.string(),
    outcome: z.enum(['done', 'refused', 'failed']),
    detail: z.string(),
});

export type InteractionSummary = z.infer<typeof interactionSummary>;
export type RoutingView = z.infer<typeof routingView>;
export type OfferView = z.infer<typeof offerView>;
export type AttachmentView = z.infer<typeof attachmentView>;
export type MessageView = z.infer<typeof messageView>;
export type JournalEntryView = z.infer<typeof journalEntryView>;
export type FeedEntryView = z.infer<typeof feedEntryView>;
export type Possibility = z.infer<typeof possibility>;
export type DraftView = z.infer<typeof draftView>;
export type InteractionDetail = z.infer<typeof interactionDetail>;
export type PresenceView = z.infer<typeof presenceView>;
export type QueueCounterView = z.infer<typeof queueCounterView>;
export type NotificationView = z.infer<typeof notificationView>;
export type MeView = z.infer<typeof meView>;
export type AgentAdminView = z.infer<typeof agentAdminView>;
export type AuditEntryView = z.infer<typeof auditEntryView>;
