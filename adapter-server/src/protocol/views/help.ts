import { z } from 'zod';
import { id, queueRef } from '../primitives.ts';

export const textFormat = z.enum(['plain', 'html']);

/** Help in writing: what an agent inserts instead of typing it. */
export const quickReplyView = z.object({
    id,
    /** Null with `own` false: the organization's. */
    queue: queueRef.nullable(),
    own: z.boolean(),
    /** Typed after "/". */
    shortcut: z.string(),
    title: z.string(),
    /** As it was saved, with its fields. */
    text: z.string(),
    format: textFormat,
});

/** With the fields of one interaction filled; those without a value are still in it. */
export const filledReplyView = z.object({
    id,
    own: z.boolean(),
    shortcut: z.string(),
    title: z.string(),
    text: z.string(),
    /** Where it was written as HTML. */
    html: z.string().nullable(),
    unfilled: z.array(z.string()),
});

export const signatureView = z.object({ text: z.string(), of: z.enum(['agent', 'queue', 'nobody']) });

export type QuickReplyView = z.infer<typeof quickReplyView>;
export type FilledReplyView = z.infer<typeof filledReplyView>;
export type SignatureView = z.infer<typeof signatureView>;
