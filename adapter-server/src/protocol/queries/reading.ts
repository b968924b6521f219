import { z } from 'zod';
import { id } from '../primitives.ts';

/** Mail that is too long to be shown at once. */
export const READING_QUERIES = {
    /** Where a message is `folded`: what follows what `getInteraction` shows of it, slice by slice, from 1. */
    getMessageSlice: {
        args: z.object({
            messageId: id,
            slice: z.int().min(1).max(100_000),
            showRemote: z.boolean().default(false),
        }),
        result: z.object({
            /** Null where the message has HTML. */
            text: z.string().nullable(),
            /** Safe to show in a sandboxed frame. */
            html: z.string().nullable(),
            blockedRemote: z.int(),
            /** Whether another slice follows. */
            more: z.boolean(),
        }),
    },
} as const;
