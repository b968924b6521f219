import { z } from 'zod';
import { id, queueRef } from '../primitives.ts';
import { macroView } from '../views/macros.ts';

export const MACRO_QUERIES = {
    /** One's own and those of the queues that one sees, with what their steps may name. */
    listMacros: {
        args: z.object({}),
        result: z.object({
            items: z.array(macroView),
            dispositions: z.array(z.object({ id, label: z.string(), queue: queueRef.nullable() })),
        }),
    },
} as const;
