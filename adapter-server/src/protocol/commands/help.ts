import { z } from 'zod';
import { id } from '../primitives.ts';
import { textFormat } from '../views/help.ts';
import { done } from './shared.ts';

const quickReply = {
    /** Null or absent: a new one. */
    quickReplyId: id.nullish(),
    shortcut: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,40}$/, 'The shortcut is a word: letters, digits, - and _, 40 at most.'),
    title: z.string().trim().min(1, 'Write a title.').max(120),
    text: z.string().trim().min(1, 'Write the text.').max(20_000),
    format: textFormat.default('plain'),
};
const signature = z.string().trim().max(5_000);

/** Help in writing: quick replies and signatures, the organization's, a queue's and one's own. */
export const HELP_COMMANDS = {
    saveQuickReply: {
        args: z.object({ ...quickReply, queueId: id.nullish() }),
        result: z.object({ quickReplyId: id }),
    },
    deleteQuickReply: { args: z.object({ quickReplyId: id }), result: done },
    saveOwnQuickReply: { args: z.object(quickReply), result: z.object({ quickReplyId: id }) },
    deleteOwnQuickReply: { args: z.object({ quickReplyId: id }), result: done },
    saveOwnSignature: { args: z.object({ text: signature }), result: done },
    saveSignatureOfQueue: { args: z.object({ queueId: id, text: signature }), result: done },
} as const;
