import { z } from 'zod';
import { bodyText, id } from '../primitives.ts';
import { draftView } from '../views.ts';
import { onInteraction } from './shared.ts';

/** Mail that agents write. */
export const WRITING_COMMANDS = {
    sendReply: {
        args: z.object({
            ...onInteraction,
            text: bodyText,
            cc: z.array(z.email()).max(50).default([]),
            /** Ids that POST /api/v1/uploads answered. */
            uploads: z.array(id).max(50).default([]),
            /** The note that tags an away original agent (E5); required by the server where that applies. */
            taggingNote: z.string().max(20_000).nullish(),
            /** "Send and close": the disposition is asked for before it sends (E9). */
            close: z.object({ dispositionId: id, notes: z.string().max(20_000).default('') }).nullish(),
        }),
        result: z.object({ messageId: id }),
    },
    saveDraft: {
        args: z.object({
            ...onInteraction,
            text: bodyText,
            cc: z.array(z.string().max(320)).max(50).default([]),
            uploads: z.array(id).max(50).default([]),
            /** Version this was typed on; 0 for the first. */
            version: z.int().min(0),
        }),
        result: z.object({ saved: z.boolean(), draft: draftView }),
    },
} as const;
