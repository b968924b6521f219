import { z } from 'zod';
import { id, instant, interactionPriority, noteText } from '../primitives.ts';
import { done, onInteraction } from './shared.ts';

/** What agents and leads do with interactions and their own state. */
export const WORK_COMMANDS = {
    setStatus: {
        args: z.object({
            status: z.enum(['available', 'unavailable']),
            reason: z.string().max(100).nullish(),
        }),
        result: done,
    },
    signOut: { args: z.object({}), result: done },
    acceptOffer: { args: z.object({ offerId: id }), result: z.object({ interactionId: id }) },
    declineOffer: { args: z.object({ offerId: id }), result: done },
    pullInteraction: { args: z.object(onInteraction), result: done },
    pullNext: { args: z.object({ queueId: id }), result: z.object({ interactionId: id.nullable() }) },
    assignInteraction: { args: z.object({ ...onInteraction, agentId: id }), result: done },
    returnToQueue: { args: z.object(onInteraction), result: done },
    resolveInteraction: { args: z.object(onInteraction), result: done },
    reopenInteraction: { args: z.object(onInteraction), result: done },
    setPending: { args: z.object({ ...onInteraction, followUpAt: instant }), result: done },
    closeInteraction: {
        args: z.object({ ...onInteraction, dispositionId: id, notes: z.string().max(20_000).default('') }),
        result: done,
    },
    dismissInteraction: { args: z.object(onInteraction), result: done },
    mergeInteraction: { args: z.object({ ...onInteraction, intoInteractionId: id }), result: done },
    setPriority: { args: z.object({ ...onInteraction, priority: interactionPriority }), result: done },
    markRead: { args: z.object(onInteraction), result: done },
    postNote: {
        args: z.object({ ...onInteraction, text: noteText, mentions: z.array(id).max(20).default([]) }),
        result: z.object({ noteId: id }),
    },
    markNotificationsRead: { args: z.object({ upToId: id }), result: done },
    setNotifyBy: {
        args: z.object({ kind: z.string().max(40), sound: z.boolean(), desktop: z.boolean() }),
        result: done,
    },
} as const;
