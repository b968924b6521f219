import { z } from 'zod';
import { id } from '../primitives.ts';
import { macroKey, macroStep } from '../views/macros.ts';
import { done, onInteraction } from './shared.ts';

const macro = {
    /** Null or absent: a new one. */
    macroId: id.nullish(),
    key: macroKey.nullish(),
    title: z.string().trim().min(1, 'Write a title.').max(120),
    steps: z.array(macroStep).max(50),
};

/** W10: several steps on one key. */
export const MACRO_COMMANDS = {
    saveMacro: { args: z.object({ ...macro, queueId: id.nullish() }), result: z.object({ macroId: id }) },
    deleteMacro: { args: z.object({ macroId: id }), result: done },
    saveOwnMacro: { args: z.object(macro), result: z.object({ macroId: id }) },
    deleteOwnMacro: { args: z.object({ macroId: id }), result: done },
    runMacro: {
        args: z.object({ ...onInteraction, macroId: id }),
        result: z.object({
            insert: z
                .object({
                    text: z.string(),
                    html: z.string().nullable(),
                    /** Fields that had no value and are still in it. */
                    unfilled: z.array(z.string()),
                })
                .nullable(),
            messageId: id.nullable(),
        }),
    },
} as const;
