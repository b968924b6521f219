import { z } from 'zod';
import { MAIL_KINDS_WRITTEN } from '../../core/policies/sendingEffects.ts';
import { agentRef, id, instant, mailAddress, possibility } from '../primitives.ts';

export const attachmentView = z.object({
    id,
    filename: z.string(),
    contentType: z.string(),
    size: z.int(),
    inline: z.boolean(),
    /** Of an upload: the message that it was copied from, to forward it. */
    forwardedFrom: id.nullable().optional(),
});

const foldable = z.object({ visible: z.string(), quoted: z.string().nullable() });

export const messageView = z.object({
    id,
    direction: z.enum(['inbound', 'outbound']),
    kind: z.enum(['message', 'acknowledgement', 'automatic']),
    from: mailAddress,
    to: z.array(mailAddress),
    cc: z.array(mailAddress),
    bcc: z.array(mailAddress),
    subject: z.string(),
    at: instant,
    agent: agentRef.nullable(),
    text: foldable,
    /** Already safe to show in a sandboxed frame; null where the mail had no HTML. */
    html: foldable.nullable(),
    /** Remote images and such that were left out until asked for. */
    blockedRemote: z.int(),
    /** Why part of the message is not shown here, if so. */
    folded: z.string().nullable(),
    attachments: z.array(attachmentView),
    /** Where a reply to this message goes, and one to all, our own addresses left out; null where none can be written. */
    answer: z
        .object({
            to: z.array(mailAddress),
            all: z.object({ to: z.array(mailAddress), cc: z.array(mailAddress) }),
            /** E7, for this message. */
            can: possibility,
        })
        .nullable(),
    authentication: z.object({ spf: z.string(), dkim: z.string(), dmarc: z.string() }).nullable(),
    delivery: z
        .object({
            state: z.enum(['waiting', 'sent', 'failed']),
            detail: z.string().nullable(),
            at: instant.nullable(),
            /** Addresses that did not get it; empty where it is not known who did not. */
            refused: z.array(z.string()),
            /** Waits until then: the seconds of undo, or the time it is scheduled for. */
            leavesAt: instant.nullable(),
            scheduled: z.boolean(),
            /** A scheduled mail, and the customer wrote after it was written. */
            customerWroteSince: z.boolean(),
            /** The reader can take it back into their draft. */
            canUndo: z.boolean(),
        })
        .nullable(),
});

export const writtenKind = z.enum(MAIL_KINDS_WRITTEN);
export type WrittenKind = z.infer<typeof writtenKind>;

export const draftView = z.object({
    kind: writtenKind,
    text: z.string(),
    /** null: plain text. */
    html: z.string().nullable(),
    /** null: those that the answered message gives. */
    to: z.array(z.string()).nullable(),
    cc: z.array(z.string()),
    bcc: z.array(z.string()),
    subject: z.string().nullable(),
    /** The message that a forward sends on; null: the one that a reply would answer. */
    forwards: id.nullable(),
    /** The message that a reply answers; null: the newest of the customer. */
    answers: id.nullable(),
    uploads: z.array(attachmentView),
    scheduledFor: instant.nullable(),
    savedAt: instant,
    /** Raised by each save; a save that names an older one is refused with the newer draft. */
    version: z.int(),
});

export type AttachmentView = z.infer<typeof attachmentView>;
export type MessageView = z.infer<typeof messageView>;
export type DraftView = z.infer<typeof draftView>;
