import { z } from 'zod';
import {
    agentRef,
    id,
    instant,
    membershipPriority,
    permission,
    queueRef,
    role,
    schedule,
} from '../primitives.ts';

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
    permissions: z.array(permission),
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

export type AgentAdminView = z.infer<typeof agentAdminView>;
export type AuditEntryView = z.infer<typeof auditEntryView>;
