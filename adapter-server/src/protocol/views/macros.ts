import { z } from 'zod';
import { MOST_MACRO_STEPS } from '../../core/policies/macroSteps.ts';
import { id, noteText, queueRef, tagText } from '../primitives.ts';

/** What ends the work stands last (policies/macroSteps.ts). */
export const macroStep = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reply'), quickReplyId: id, send: z.boolean() }),
    z.object({ kind: z.literal('note'), text: noteText }),
    z.object({ kind: z.literal('add_tag'), name: tagText }),
    z.object({ kind: z.literal('remove_tag'), name: tagText }),
    /** A follow-up so many milliseconds later. */
    z.object({ kind: z.literal('pending'), after: z.int().min(0) }),
    z.object({ kind: z.literal('resolve') }),
    z.object({ kind: z.literal('transfer'), queueId: id, note: z.string().max(20_000) }),
    z.object({ kind: z.literal('close'), dispositionId: id, notes: z.string().max(20_000) }),
]);
export const macroKey = z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9']);

export const macroView = z.object({
    id,
    /** Null with `own` false: the organization's. */
    queue: queueRef.nullable(),
    own: z.boolean(),
    /** With Ctrl+Shift. */
    key: macroKey.nullable(),
    title: z.string(),
    steps: z.array(macroStep).max(MOST_MACRO_STEPS),
});

/** As the menu of an interaction shows it. */
export const macroChoiceView = z.object({
    id,
    own: z.boolean(),
    key: macroKey.nullable(),
    title: z.string(),
    /** Each step in words. */
    does: z.array(z.string()),
});

export type MacroStepView = z.infer<typeof macroStep>;
export type MacroView = z.infer<typeof macroView>;
export type MacroChoiceView = z.infer<typeof macroChoiceView>;
