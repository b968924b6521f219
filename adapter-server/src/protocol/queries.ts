import { z } from 'zod';
import { id, instant, interactionStatus, queueRef, schedule } from './primitives.ts';
import {
    agentAdminView,
    auditEntryView,
    feedEntryView,
    interactionDetail,
    interactionSummary,
    meView,
    notificationView,
    offerView,
    presenceView,
    queueCounterView,
} from './views.ts';

const page = { limit: z.int().min(1).max(200).default(50), before: id.nullish() };

/** Everything that reads, by name. Socket: `query`; HTTP: `POST /api/v1/queries/{name}`. */
export const QUERIES = {
    /** All that a screen needs at its start, of one moment; `streamHead` is where to resume from. */
    loadWorkspace: {
        args: z.object({}),
        result: z.object({
            protocolVersion: z.int(),
            serverNow: instant,
            streamHead: z.int(),
            me: meView,
            offers: z.array(offerView),
            mine: z.array(interactionSummary),
            heldForMe: z.array(interactionSummary),
            presence: z.array(presenceView),
            queues: z.array(queueCounterView),
            notifications: z.array(notificationView),
        }),
    },
    listInteractions: {
        args: z.object({
            list: z.enum(['mine', 'held_for_me', 'queue', 'with_others', 'follow_ups', 'closed', 'all']),
            queueId: id.nullish(),
            status: interactionStatus.nullish(),
            ...page,
        }),
        result: z.object({ items: z.array(interactionSummary), more: z.boolean() }),
    },
    getInteraction: {
        args: z.object({ interactionId: id, showRemote: z.boolean().default(false) }),
        result: interactionDetail,
    },
    getContactFeed: {
        args: z.object({ interactionId: id, ...page }),
        result: z.object({ items: z.array(feedEntryView), more: z.boolean() }),
    },
    listPresence: { args: z.object({}), result: z.object({ items: z.array(presenceView) }) },
    listQueues: {
        args: z.object({}),
        result: z.object({
            items: z.array(
                queueRef.extend({
                    restricted: z.boolean(),
                    addresses: z.array(z.string()),
                    openingHours: schedule,
                    holdFor: z.int(),
                    holdMode: z.enum(['wall_clock', 'opening_hours']),
                    emailRingFor: z.int(),
                    acknowledgement: z.string(),
                }),
            ),
        }),
    },
    listNotifications: {
        args: z.object(page),
        result: z.object({ items: z.array(notificationView), more: z.boolean() }),
    },
    listAgents: { args: z.object({}), result: z.object({ items: z.array(agentAdminView) }) },
    listAudit: {
        args: z.object({
            ...page,
            action: z.string().max(80).nullish(),
            actor: z.string().max(80).nullish(),
        }),
        result: z.object({ items: z.array(auditEntryView), more: z.boolean() }),
    },
    listQuarantine: {
        args: z.object(page),
        result: z.object({
            items: z.array(
                z.object({
                    id,
                    at: instant,
                    reason: z.string(),
                    size: z.int(),
                    resolvedAt: instant.nullable(),
                }),
            ),
            more: z.boolean(),
        }),
    },
    listOutbox: {
        args: z.object({ ...page, state: z.enum(['waiting', 'done', 'dead']).nullish() }),
        result: z.object({
            items: z.array(
                z.object({
                    id,
                    lane: z.string(),
                    kind: z.string(),
                    state: z.enum(['waiting', 'done', 'dead']),
                    attempts: z.int(),
                    nextAttemptAt: instant.nullable(),
                    lastError: z.string().nullable(),
                    interactionId: id.nullable(),
                }),
            ),
            more: z.boolean(),
        }),
    },
    listMailboxes: {
        args: z.object({}),
        result: z.object({
            items: z.array(
                z.object({
                    id,
                    address: z.string(),
                    queue: queueRef,
                    kind: z.enum(['intake', 'imap']),
                    state: z.string(),
                    lastError: z.string().nullable(),
                    changedAt: instant,
                }),
            ),
        }),
    },
} as const satisfies Record<string, { args: z.ZodType; result: z.ZodType }>;

export type QueryName = keyof typeof QUERIES;
export type QueryArgs<N extends QueryName> = z.infer<(typeof QUERIES)[N]['args']>;
export type QueryResult<N extends QueryName> = z.infer<(typeof QUERIES)[N]['result']>;

export const queryEnvelope = z.object({
    name: z.enum(Object.keys(QUERIES) as [QueryName, ...QueryName[]]),
    args: z.unknown(),
});
