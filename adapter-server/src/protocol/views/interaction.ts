import { z } from 'zod';
import { TRANSFER_NOTES } from '../../core/vocabulary.ts';
import {
    agentRef,
    channel,
    holdReason,
    id,
    instant,
    interactionPriority,
    interactionStatus,
    mailAddress,
    possibility,
    presence,
    queueRef,
    routingState,
} from '../primitives.ts';
import { messageView, draftView } from './message.ts';
import { nearestTargetView } from './targets.ts';

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
    /** As they are called, in their order. */
    tags: z.array(z.string()),
    priority: interactionPriority,
    routing: routingView,
    /** The last routing decision in words (R3). */
    why: z.string(),
    originalAgent: agentRef.nullable(),
    unread: z.boolean(),
    /** Arrival of the oldest customer message that nobody has answered. */
    waitingSince: instant.nullable(),
    followUpAt: instant.nullable(),
    target: nearestTargetView.nullable(),
    wrapUp: z.object({ since: instant, endsAt: instant.nullable() }).nullable(),
    mayBelongTo: z.object({ id, number: z.string(), subject: z.string() }).nullable(),
    lastActivityAt: instant,
    /** Journal number of the newest entry; a greater one means newer. */
    version: z.int(),
});

/** A transfer that nobody has taken yet: who made it, and what they wrote to the next person. */
export const transferView = z.object({
    by: agentRef,
    to: agentRef.nullable(),
    at: instant,
    note: z.string(),
});

export const offerView = z.object({
    id,
    interaction: interactionSummary,
    offeredAt: instant,
    expiresAt: instant,
    why: z.string(),
    transfer: transferView.nullable(),
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

export const dispositionView = z.object({ id, label: z.string() });

export const interactionDetail = z.object({
    summary: interactionSummary,
    messages: z.array(messageView),
    journal: z.array(journalEntryView),
    draft: draftView.nullable(),
    dispositions: z.array(dispositionView),
    disposition: z.object({ label: z.string(), notes: z.string() }).nullable(),
    replyTo: z.array(mailAddress),
    /** To whom a reply to all goes, our own addresses left out. */
    replyAll: z.object({ to: z.array(mailAddress), cc: z.array(mailAddress) }),
    subjects: z.object({ reply: z.string(), forward: z.string() }),
    /** What is forwarded unless another message is chosen. */
    forwards: id.nullable(),
    /** Under way (E10). */
    transfer: transferView.nullable(),
    /** Whether a transfer out of its queue needs a note. */
    transferNote: z.enum(TRANSFER_NOTES),
    /** It rests in the Spam list (E12). */
    spam: z.boolean(),
    /** Shown where another agent's thread is open (E5). */
    originalAgentBanner: z
        .object({ agent: agentRef, presence, since: instant, taggingNote: z.string().nullable() })
        .nullable(),
    can: z.object({
        accept: possibility,
        pull: possibility,
        reply: possibility,
        /** Apart from the reply: what nobody reads an answer to can still be sent on (E7). */
        forward: possibility,
        close: possibility,
        setPending: possibility,
        resolve: possibility,
        dismiss: possibility,
        assign: possibility,
        transfer: possibility,
        merge: possibility,
        tag: possibility,
        markSpam: possibility,
        releaseSpam: possibility,
        setPriority: possibility,
    }),
});

export type InteractionSummary = z.infer<typeof interactionSummary>;
export type RoutingView = z.infer<typeof routingView>;
export type TransferView = z.infer<typeof transferView>;
export type OfferView = z.infer<typeof offerView>;
export type JournalEntryView = z.infer<typeof journalEntryView>;
export type FeedEntryView = z.infer<typeof feedEntryView>;
export type Possibility = z.infer<typeof possibility>;
export type InteractionDetail = z.infer<typeof interactionDetail>;
