import { z } from 'zod';
import { id } from '../primitives.ts';
import { dispositionView } from '../views/interaction.ts';

export const SETTINGS_QUERIES = {
    getPauseReasons: {
        args: z.object({}),
        result: z.object({ reasons: z.array(z.string()), required: z.boolean() }),
    },
    listDispositions: {
        args: z.object({ queueId: id }),
        result: z.object({
            /** Of this queue, in their order. */
            items: z.array(dispositionView),
            /** Of every queue; offered behind these. */
            ofAll: z.array(dispositionView),
        }),
    },
} as const;
