import { z } from 'zod';
import { TRANSFER_NOTES, TRANSFERS_TO_BUSY } from '../../core/vocabulary.ts';
import { id, instant, queueRef, schedule } from '../primitives.ts';
import { agentAdminView, auditEntryView } from '../views.ts';
import { page } from './shared.ts';

/** "An admin can do by API whatever the screens do." */
export const ADMINISTRATION_QUERIES = {
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
                    emailWrapUpLimit: z.int().nullable(),
                    transferNote: z.enum(TRANSFER_NOTES),
                    transferToBusy: z.enum(TRANSFERS_TO_BUSY),
                    acknowledgement: z.string(),
                }),
            ),
        }),
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
} as const;
