import { keepAttachments } from '../../storage/attachments.ts';
import { insertMessage } from '../../storage/messages.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { MailOfThread } from './findThreads.ts';
import type { MailFiles } from './mailFiles.ts';

/** Written by no person: nobody is answered by it, and its sender takes part in nothing. */
const WITHOUT_AUTHOR: ReadonlySet<string> = new Set(['auto', 'bounce', 'abuse_report']);

interface StoredUnder {
    readonly interactionId: number;
    readonly messageId: number;
    readonly files: MailFiles;
}

/** A customer's mail as the message that it is from now on, with what came attached. */
export function storeMessage(
    tx: Transaction,
    { mail, parsed, interactionId, messageId, files }: MailOfThread & StoredUnder,
): void {
    void insertMessage(tx, messageId, {
        interactionId,
        direction: 'inbound',
        kind: WITHOUT_AUTHOR.has(parsed.classification.kind) ? 'automatic' : 'message',
        messageId: parsed.messageId,
        contentHash: parsed.contentHash,
        inReplyTo: [...parsed.inReplyTo],
        threadReferences: [...parsed.references],
        fromName: parsed.from?.name ?? '',
        fromAddress: parsed.from?.address ?? '',
        replyTo: [...parsed.replyTo],
        recipients: [...parsed.to],
        cc: [...parsed.cc],
        envelopeTo: mail.envelopeTo,
        subject: parsed.subject,
        textBody: parsed.text,
        htmlBody: parsed.html,
        at: tx.now,
        agentId: null,
        rawSha256: files.raw,
        authentication: parsed.authentication,
        deliveryState: null,
    });
    keepAttachments(
        tx,
        parsed.attachments.map((part, n) => ({
            messageId,
            filename: part.filename,
            contentType: part.contentType,
            size: part.content.byteLength,
            sha256: files.attached[n] ?? files.raw,
            contentId: part.contentId,
            inline: part.inline,
        })),
    );
}
