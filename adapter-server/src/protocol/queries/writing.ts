import { z } from 'zod';
import { id, instant, mailAddress } from '../primitives.ts';

/** Mail that is written and has not left. */
export const WRITING_QUERIES = {
    /** The reader's own, the next to leave first. */
    listScheduled: {
        args: z.object({}),
        result: z.object({
            items: z.array(
                z.object({
                    messageId: id,
                    interactionId: id,
                    subject: z.string(),
                    to: z.array(mailAddress),
                    leavesAt: instant,
                    customerWroteSince: z.boolean(),
                }),
            ),
        }),
    },
} as const;
