import { z } from 'zod';
import { id } from '../primitives.ts';
import { targetCountView, targetKind, targetView, TARGET_STATES } from '../views/targets.ts';
import { page } from './shared.ts';

/** Days of the organization's time zone, both included; at most a year between them. */
const range = { from: z.iso.date().nullish(), to: z.iso.date().nullish() };

/** R9: the breach list and the counts. */
export const TARGET_QUERIES = {
    listServiceTargets: {
        args: z.object({
            queueId: id.nullish(),
            agentId: id.nullish(),
            kind: targetKind.nullish(),
            state: z.enum(TARGET_STATES).nullish(),
            ...range,
            ...page,
        }),
        result: z.object({ items: z.array(targetView), more: z.boolean() }),
    },
    getServiceTargetCounts: {
        args: z.object({
            queueId: id.nullish(),
            kind: targetKind.nullish(),
            ...range,
            by: z
                .array(z.enum(['day', 'queue', 'priority', 'kind']))
                .max(4)
                .default(['queue', 'kind']),
        }),
        result: z.object({ items: z.array(targetCountView) }),
    },
} as const;
