import { z } from 'zod';
import { id } from '../primitives.ts';

export const TAG_QUERIES = {
    /** Known ones that have these letters, those that begin with them first. */
    suggestTags: {
        args: z.object({
            text: z.string().max(200).default(''),
            limit: z.int().min(1).max(50).default(10),
        }),
        result: z.object({ items: z.array(z.string()), mayCreate: z.boolean() }),
    },
    listTags: {
        args: z.object({}),
        result: z.object({
            items: z.array(
                z.object({
                    id,
                    name: z.string(),
                    /** Former names that mean it. */
                    also: z.array(z.string()),
                    interactions: z.int(),
                }),
            ),
            newTags: z.enum(['everybody', 'admins']),
        }),
    },
} as const;
