import { randomBytes } from 'node:crypto';
import type { MailAddress, ParsedMail } from '../../ports/mailboxEvents.ts';
import type { ReplyTokens } from '../../ports/replyTokens.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { record } from '../../storage/journal.ts';
import { insertMessage } from '../../storage/messages.ts';
import { enqueueMail } from '../../storage/outbox.ts';
import { addressOfQueue } from '../../storage/queues.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { replyAddress } from './replyAddress.ts';

/** E3: "Automatic acknowledgement of each new thread, once". The policy has allowed it. */
export async function acknowledge(
    tx: Transaction,
    tokens: ReplyTokens,
    i: Interaction,
    { parsed, to, text }: { parsed: ParsedMail; to: MailAddress; text: string },
): Promise<void> {
    const from = await addressOfQueue(tx, i.queueId);
    if (!from) return;
    const id = await insertMessage(tx, {
        interactionId: i.id,
        direction: 'outbound',
        kind: 'acknowledgement',
        messageId: newMessageId(from.address),
        contentHash: null,
        inReplyTo: parsed.messageId ? [parsed.messageId] : [],
        threadReferences: [...parsed.references, ...(parsed.messageId ? [parsed.messageId] : [])],
        fromName: from.displayName,
        fromAddress: from.address,
        replyTo: [await replyAddress(tx, tokens, i.id, from)],
        recipients: [to],
        cc: [],
        envelopeTo: [],
        subject: replySubject(i.subject),
        textBody: text,
        htmlBody: null,
        at: tx.now,
        agentId: null,
        rawSha256: null,
        authentication: null,
        deliveryState: 'waiting',
    });
    i.acknowledgedAt = tx.now;
    await enqueueMail(tx, i, id);
    await record(tx, i, { kind: 'acknowledged', data: { messageId: id } });
}

/** Ours, fixed before the first try: every retry is the same mail. */
export const newMessageId = (from: string): string =>
    `<pb.${randomBytes(16).toString('hex')}@${from.slice(from.lastIndexOf('@') + 1)}>`;

/** "Re:" once, whatever the customer's client prefixed. */
export const replySubject = (subject: string): string =>
    `Re: ${subject.replace(/^(?:\s*(?:re|aw|sv|antw|fw|fwd|wg)\s*:\s*){1,20}/i, '')}`;
