import { z } from 'zod';
import { bodyText, id, instant } from '../primitives.ts';
import { attachmentView, draftView, writtenKind } from '../views.ts';
import { done, onInteraction } from './shared.ts';

/** Typed addresses may be unfinished in a draft, and never in what is sent. */
const address = z.email().max(320);
const typedAddresses = z.array(z.string().max(320)).max(50);
const subject = z.string().max(998);

const mail = {
    text: bodyText,
    /** Formatted text, cleaned by the server; null: plain. Images as cid:upload.<id>@patchbay. */
    html: bodyText.nullish(),
    /** Absent: those that the answered message gives. */
    to: z.array(address).max(50).nullish(),
    cc: z.array(address).max(50).default([]),
    bcc: z.array(address).max(50).optional(),
    subject: subject.nullish(),
    /** Ids that POST /api/v1/uploads answered. */
    uploads: z.array(id).max(50).default([]),
    /** Scheduled for then. */
    sendAt: instant.nullish(),
};
/** "Send and close": the disposition is asked for before it sends (E9). */
const close = z.object({ dispositionId: id, notes: z.string().max(20_000).default('') }).nullish();
/** Until when it can be taken back; null: it leaves at once. */
const sent = z.object({ messageId: id, leavesAt: instant.nullable() });

/** Mail that agents write. */
export const WRITING_COMMANDS = {
    sendReply: {
        args: z.object({
            ...onInteraction,
            ...mail,
            kind: z.enum(['reply', 'reply_all']).optional(),
            /** The message of the thread that it answers; absent: the newest of the customer. */
            messageId: id.nullish(),
            /** The note that tags an away original agent (E5); required by the server where that applies. */
            taggingNote: z.string().max(20_000).nullish(),
            close,
        }),
        result: sent,
    },
    sendForward: { args: z.object({ ...onInteraction, ...mail, messageId: id }), result: sent },
    attachFromMessage: {
        args: z.object({ ...onInteraction, messageId: id }),
        result: z.object({ uploads: z.array(attachmentView) }),
    },
    startMail: {
        args: z.object({
            queueId: id,
            address,
            name: z.string().max(200).default(''),
            subject: subject.default(''),
        }),
        result: z.object(onInteraction),
    },
    sendNewMail: { args: z.object({ ...onInteraction, ...mail, close }), result: sent },
    discardMail: { args: z.object(onInteraction), result: done },
    undoSend: { args: z.object({ messageId: id }), result: z.object(onInteraction) },
    sendScheduledNow: { args: z.object({ messageId: id }), result: done },
    resendMail: {
        args: z.object({ ...onInteraction, messageId: id, to: z.array(address).min(1).max(50).nullish() }),
        result: done,
    },
    saveDraft: {
        args: z.object({
            ...onInteraction,
            kind: writtenKind.optional(),
            text: bodyText,
            html: bodyText.nullish(),
            to: typedAddresses.nullish(),
            cc: typedAddresses.default([]),
            bcc: typedAddresses.optional(),
            subject: subject.nullish(),
            /** The message that a forward sends on. */
            forwards: id.nullish(),
            /** The message that a reply answers. */
            answers: id.nullish(),
            uploads: z.array(id).max(50).default([]),
            scheduledFor: instant.nullish(),
            /** Version this was typed on; 0 for the first. */
            version: z.int().min(0),
        }),
        result: z.object({ saved: z.boolean(), draft: draftView }),
    },
} as const;
