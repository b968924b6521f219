import { z } from 'zod';
import { TRANSFER_NOTES, TRANSFERS_TO_BUSY } from '../../core/vocabulary.ts';
import { queueRef, schedule } from '../primitives.ts';
import { agentAdminView, auditEntryView, serviceTargetsView } from '../views.ts';
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
                    serviceTargets: serviceTargetsView.nullable(),
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
} as const;
