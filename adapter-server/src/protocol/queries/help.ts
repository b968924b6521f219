import { z } from 'zod';
import { id } from '../primitives.ts';
import { macroChoiceView } from '../views/macros.ts';
import { filledReplyView, quickReplyView, signatureView } from '../views/help.ts';

/** What helps in writing. */
export const HELP_QUERIES = {
    /** For the composer of one interaction: what may be inserted, nearest first, and what stands below it. */
    getWritingHelp: {
        args: z.object({ interactionId: id }),
        result: z.object({
            quickReplies: z.array(filledReplyView),
            macros: z.array(macroChoiceView),
            signature: signatureView,
        }),
    },
    /** For the screens that keep them: one's own, and those of the queues that one sees. */
    listQuickReplies: {
        args: z.object({}),
        result: z.object({ items: z.array(quickReplyView), fields: z.array(z.string()) }),
    },
    getOwnSignature: { args: z.object({}), result: z.object({ text: z.string() }) },
    listQueueSignatures: {
        args: z.object({}),
        result: z.object({ items: z.array(z.object({ queueId: id, text: z.string() })) }),
    },
} as const;
