import { z } from 'zod';
import { TRANSFER_NOTES, TRANSFERS_TO_BUSY } from '../../core/vocabulary.ts';
import { id, membershipPriority, permission, role, schedule } from '../primitives.ts';
import { serviceTargetsView } from '../views/targets.ts';
import { done } from './shared.ts';

/** Milliseconds: 90 days, an hour. Beyond them a deadline is no deadline, and a sum of them no date. */
const LONGEST_HOLD = 90 * 24 * 3_600_000;
const LONGEST_RING = 3_600_000;

/** What admins change. */
export const ADMINISTRATION_COMMANDS = {
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
            /** All that they are to hold from now on. */
            permissions: z.array(permission).max(20).optional(),
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
            holdFor: z.int().min(1_000).max(LONGEST_HOLD, 'At most 90 days.').optional(),
            holdMode: z.enum(['wall_clock', 'opening_hours']).optional(),
            /** null: wrap-up lasts until the agent dismisses the interaction. */
            emailWrapUpLimit: z.int().min(1_000).max(LONGEST_HOLD, 'At most 90 days.').nullable().optional(),
            transferNote: z.enum(TRANSFER_NOTES).optional(),
            transferToBusy: z.enum(TRANSFERS_TO_BUSY).optional(),
            emailRingFor: z.int().min(1_000).max(LONGEST_RING, 'At most an hour.').optional(),
            acknowledgement: z.string().trim().min(1).max(5_000).optional(),
            /** null: none. */
            serviceTargets: serviceTargetsView.nullable().optional(),
        }),
        result: done,
    },
    retryQuarantined: { args: z.object({ quarantineId: id }), result: done },
    retryOutbox: { args: z.object({ outboxId: id }), result: done },
} as const;
