import { attachmentsOfMessages, insertAttachment, type Attachment } from '../storage/attachments.ts';
import { readMessage } from '../storage/messages.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, type Actor, type Outcome } from './outcome.ts';

export type AttachedFile = Pick<
    Attachment,
    'id' | 'filename' | 'contentType' | 'size' | 'inline' | 'forwardedFrom'
>;

/**
 * A forward carries the files of what it forwards: as uploads of the agent's draft, so that each can be taken out. The
 * bytes are stored once. Images within a formatted text stay where they are in it.
 */
export async function attachFromMessage(
    tx: Transaction,
    actor: Actor,
    args: { interactionId: number; messageId: number },
): Promise<Outcome<{ uploads: AttachedFile[] }>> {
    const message = await readMessage(tx, args.messageId);
    if (!message || message.interactionId !== args.interactionId) return notFound('This message');
    const uploads: AttachedFile[] = [];
    for (const file of await attachmentsOfMessages(tx, [message.id])) {
        const { filename, contentType, size, sha256, contentId } = file;
        const inline = file.inline && message.htmlBody !== null;
        const id = await insertAttachment(tx, {
            messageId: null,
            draftOf: actor.agentId,
            filename,
            contentType,
            size,
            sha256,
            contentId: inline ? contentId : null,
            inline,
            forwardedFrom: message.id,
        });
        uploads.push({ id, filename, contentType, size, inline, forwardedFrom: message.id });
    }
    return done({ uploads });
}
