import { z } from 'zod';
import { bodyText, id, instant, membershipPriority, noteText, role, schedule } from './primitives.ts';
import { draftView } from './views.ts';

const done = z.object({});
const onInteraction = { interactionId: id };

/**
 * Everything that changes something, by name: what it takes and what it answers. The same table serves the
 * socket (`command`), HTTP (`POST /api/v1/commands/{name}`) and openapi.json; gateway/authorization says who may.
 */
export const COMMANDS = {
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
    sendReply: {
        args: z.object({
            ...onInteraction,
            text: bodyText,
            cc: z.array(z.email()).max(50).default([]),
            /** Ids that POST /api/v1/uploads answered. */
            uploads: z.array(id).max(50).default([]),
            /** The note that tags an away original agent (E5); required by the server where that applies. */
            taggingNote: z.string().max(20_000).nullish(),
            /** "Send and close": the disposition is asked for before it sends (E9). */
            close: z.object({ dispositionId: id, notes: z.string().max(20_000).default('') }).nullish(),
        }),
        result: z.object({ messageId: id }),
    },
    saveDraft: {
        args: z.object({
            ...onInteraction,
            text: bodyText,
            cc: z.array(z.string().max(320)).max(50).default([]),
            uploads: z.array(id).max(50).default([]),
            /** Version this was typed on; 0 for the first. */
            version: z.int().min(0),
        }),
        result: z.object({ saved: z.boolean(), draft: draftView }),
    },
    resolveInteraction: { args: z.object(onInteraction), result: done },
    reopenInteraction: { args: z.object(onInteraction), result: done },
    setPending: { args: z.object({ ...onInteraction, followUpAt: instant }), result: done },
    closeInteraction: {
        args: z.object({ ...onInteraction, dispositionId: id, notes: z.string().max(20_000).default('') }),
        result: done,
    },
    dismissInteraction: { args: z.object(onInteraction), result: done },
    mergeInteraction: { args: z.object({ ...onInteraction, intoInteractionId: id }), result: done },
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
    createAgent: {
        args: z.object({
            username: z
                .string()
                .regex(/^[A-Za-z0-9!@#$%^\\&_.]{1,80}$/, 'Letters, digits and ! @ # $ % ^ \\ & _ . only.'),
            password: z.string().min(10, 'At least 10 characters.').max(200),
            firstName: z.string().trim().min(1).max(80),
            lastName: z.string().trim().min(1).max(80),
            email: z.email(),
            role,
            timeZone: z.string().min(1),
        }),
        result: z.object({ agentId: id }),
    },
    updateAgent: {
        args: z.object({
            agentId: id,
            enabled: z.boolean().optional(),
            role: role.optional(),
            reportingManagerId: id.nullable().optional(),
            emailCapacity: z.int().min(0).max(100).optional(),
            skills: z.array(z.string().max(60)).max(50).optional(),
            workingHours: schedule.nullable().optional(),
        }),
        result: done,
    },
    setMembership: {
        args: z.object({ agentId: id, queueId: id, priority: membershipPriority.nullable() }),
        result: done,
    },
    updateQueue: {
        args: z.object({
            queueId: id,
            openingHours: schedule.optional(),
            holdFor: z.int().min(1_000).optional(),
            holdMode: z.enum(['wall_clock', 'opening_hours']).optional(),
            emailRingFor: z.int().min(1_000).optional(),
            acknowledgement: z.string().trim().min(1).max(5_000).optional(),
        }),
        result: done,
    },
    retryQuarantined: { args: z.object({ quarantineId: id }), result: done },
    retryOutbox: { args: z.object({ outboxId: id }), result: done },
} as const satisfies Record<string, { args: z.ZodType; result: z.ZodType }>;

export type CommandName = keyof typeof COMMANDS;
export type CommandArgs<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['args']>;
export type CommandResult<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['result']>;

/** A command as it crosses the socket. The id is the client's: the same id twice does the work once. */
export const commandEnvelope = z.object({
    id: z.string().min(8).max(80),
    name: z.enum(Object.keys(COMMANDS) as [CommandName, ...CommandName[]]),
    args: z.unknown(),
});
export type CommandEnvelope = z.infer<typeof commandEnvelope>;

export const REFUSAL_CODES = [
    'bad_request',
    'unauthenticated',
    'forbidden',
    'not_found',
    'refused',
    'conflict',
    'unavailable',
    'resync',
    'failed',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The answer to every command and query. */
export const refusalReply = z.object({
    ok: z.literal(false),
    code: z.enum(REFUSAL_CODES),
    message: z.string(),
    nextStep: z.string().nullable(),
});
export type Reply<T> = { ok: true; value: T } | z.infer<typeof refusalReply>;
