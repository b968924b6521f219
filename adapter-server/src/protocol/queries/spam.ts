import { z } from 'zod';
import { id, instant } from '../primitives.ts';
import { page } from './shared.ts';

export const SPAM_QUERIES = {
    listBlocks: {
        args: z.object(page),
        result: z.object({
            items: z.array(
                z.object({
                    id,
                    scope: z.enum(['sender', 'domain']),
                    /** `name@example.com`, or `@example.com`. */
                    pattern: z.string(),
                    reason: z.string(),
                    by: z.string().nullable(),
                    at: instant,
                }),
            ),
            more: z.boolean(),
        }),
    },
} as const;
