import { z } from 'zod';
import {
    CHANNELS,
    CHOSEN_STATUSES,
    HOLD_REASONS,
    INTERACTION_PRIORITIES,
    INTERACTION_STATUSES,
    MEMBERSHIP_PRIORITIES,
    PERMISSIONS,
    PRESENCES,
    ROLES,
    ROUTING_STATES,
} from '../core/vocabulary.ts';

/** Version of everything in this folder. Raised on a breaking change; a client of another one is told to reload. */
export const PROTOCOL_VERSION = 1;

/** A row's id: PostgreSQL's int. */
export const id = z.int().positive().max(2_147_483_647);
/** Epoch milliseconds, UTC. */
export const instant = z.int();
export const channel = z.enum(CHANNELS);
export const role = z.enum(ROLES);
export const chosenStatus = z.enum(CHOSEN_STATUSES);
export const presence = z.enum(PRESENCES);
export const interactionStatus = z.enum(INTERACTION_STATUSES);
export const interactionPriority = z.enum(INTERACTION_PRIORITIES);
export const routingState = z.enum(ROUTING_STATES);
export const holdReason = z.enum(HOLD_REASONS);
export const permission = z.enum(PERMISSIONS);
export const membershipPriority = z.enum(MEMBERSHIP_PRIORITIES);

export const agentRef = z.object({ id, name: z.string() });
export const queueRef = z.object({ id, name: z.string() });
export const mailAddress = z.object({ name: z.string(), address: z.string() });

/** Whether an action is possible now, and if not, why and what to do instead. */
export const possibility = z.object({
    allowed: z.boolean(),
    reason: z.string().nullable(),
    nextStep: z.string().nullable(),
});

/** Bodies that agents type. Larger ones are refused with the reason, never cut. */
export const bodyText = z.string().max(1_000_000);
export const noteText = z.string().trim().min(1, 'Write the note first.').max(20_000);

/** A tag as typed: longer than one may be, so that the rule says what is wrong (core/policies/tags.ts). */
export const tagText = z.string().max(200);

export const timeOfDay = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'Write a time as HH:MM.');
export const timeRange = z.object({ from: timeOfDay, to: timeOfDay });
const ranges = z.array(timeRange).max(12);
export const schedule = z.object({
    timeZone: z.string().min(1),
    weekly: z.object({
        monday: ranges,
        tuesday: ranges,
        wednesday: ranges,
        thursday: ranges,
        friday: ranges,
        saturday: ranges,
        sunday: ranges,
    }),
    exceptions: z.array(z.object({ date: z.iso.date(), name: z.string().max(100), ranges })).max(400),
});
