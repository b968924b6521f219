import { forwardSubject, replySubject, threadWords } from '../../core/policies/mailSubject.ts';
import { replyRecipients } from '../../core/policies/replyRecipients.ts';
import { sendingEffects, type WrittenKind } from '../../core/policies/sendingEffects.ts';
import type { MailAddress } from '../../ports/mailboxEvents.ts';
import { attachmentsByIds, useUploads, type Attachment } from '../../storage/attachments.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { insertMessage, reserveMessageIds, type Message } from '../../storage/messages.ts';
import { readCustomer } from '../../storage/people.ts';
import { addressToAnswerFrom } from '../../storage/centerSettings.ts';
import { listOwnAddresses } from '../../storage/queues.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { refuse, type Actor, type Refused } from '../outcome.ts';
import { newMessageId } from './acknowledge.ts';
import { referencesFor, refuseUnreadTargets, replyTargets } from './composeReply.ts';
import { describedWithoutEmojis } from './describedWithoutEmojis.ts';
import { outsideAddresses } from './outsideAddresses.ts';
import { bodyOf } from './quoting.ts';
import { refuseEmojis } from './refuseEmojis.ts';
import { refuseUnfilled } from './refuseUnfilled.ts';
import { replyAddress } from './replyAddress.ts';
import { signatureFor } from './signatureFor.ts';
import type { WritingParts, WrittenMail } from './writtenMail.ts';

export interface Composing {
    readonly kind: WrittenKind;
    readonly written: WrittenMail;
    /** What it answers or forwards; null for a new mail. */
    readonly quoted: Message | null;
    readonly sendAt: number | null;
}

/** Makes the message of what was written, or says why it may not leave so (E6, E7). */
export async function composeMail(
    tx: Transaction,
    parts: WritingParts,
    { i, actor }: { i: Interaction; actor: Actor },
    { kind, written, quoted, sendAt }: Composing,
): Promise<{ messageId: number } | Refused> {
    const { tokens, format } = parts;
    const from = await addressToAnswerFrom(tx, i);
    if (!from)
        return refuse(
            'The queue of this interaction has no address to send from.',
            'Ask an admin to add one.',
        );
    const effects = sendingEffects(kind);
    const subject = written.subject?.trim() || defaultSubject(kind, i, quoted);
    const html = typeof written.html === 'string' ? describedWithoutEmojis(written.html) : null;
    const text = html === null ? written.text : format.textOf(html);
    const refused =
        refuseEmojis([
            {
                field: 'subject',
                text: written.subject ?? '',
                customersWords: kind === 'new' ? '' : threadWords(quoted?.subject || i.subject),
            },
            { field: 'body', text },
        ]) ?? refuseUnfilled([subject, text]);
    if (refused) return refused;

    const customer = await readCustomer(tx, i.customerId);
    const to = written.to
        ? named(written.to, [...(quoted ? replyTargets(quoted) : []), ...(customer ? [customer] : [])])
        : quoted
          ? await answeredTo(tx, kind, quoted)
          : customer
            ? [{ name: customer.name, address: customer.address }]
            : [];
    const [cc, bcc] = [named(written.cc), named(written.bcc ?? [])];
    if (to.length === 0) return refuse('It names nobody to send it to.', 'Add an address to To.');
    if ((await outsideAddresses(tx, tokens, to)).length === 0)
        return refuse(
            'It names no address but our own: a reply would reach nobody.',
            "Start a new mail to the customer's own address.",
        );
    const unread = refuseUnreadTargets([...to, ...cc, ...bcc], customer?.address ?? null);
    if (unread) return unread;

    const files = await attachmentsByIds(tx, written.uploads);
    const body = bodyOf(
        format,
        { text, html },
        {
            signature: await signatureFor(tx, i.id, actor.agentId),
            forwards: kind === 'forward',
            quoted,
            contentIds: contentIdsOf(files),
        },
    );
    const [messageId = 0] = await reserveMessageIds(tx, 1);
    await insertMessage(tx, messageId, {
        interactionId: i.id,
        direction: 'outbound',
        kind: 'message',
        messageId: newMessageId(from.address),
        contentHash: null,
        inReplyTo: effects.answersMessage && quoted?.messageId ? [quoted.messageId] : [],
        threadReferences: effects.answersMessage && quoted ? referencesFor(quoted) : [],
        fromName: from.displayName,
        fromAddress: from.address,
        replyTo: [await replyAddress(tx, tokens, i.id, from)],
        recipients: to,
        cc,
        bcc,
        envelopeTo: [],
        subject,
        textBody: body.text,
        htmlBody: body.html,
        at: tx.now,
        agentId: actor.agentId,
        rawSha256: null,
        authentication: null,
        deliveryState: 'waiting',
        sendAt,
        scheduled: typeof written.sendAt === 'number',
        writtenAs: kind,
    });
    // An image that was taken out of the text again is not sent behind it.
    const used = files.filter((file) => !file.inline || isShown(file, body.html));
    const moved = await useUploads(
        tx,
        messageId,
        used.map(({ id }) => id),
        actor.agentId,
    );
    if (files.length !== new Set(written.uploads).size || moved !== used.length)
        return refuse('An attachment is no longer there.', 'Remove it and attach the file again.');
    return { messageId };
}

/** Whom it answers where the agent has chosen nobody else. */
async function answeredTo(tx: Transaction, kind: WrittenKind, quoted: Message): Promise<MailAddress[]> {
    if (kind !== 'reply_all') return replyTargets(quoted);
    const own = (await listOwnAddresses(tx)).map(({ address }) => address);
    return replyRecipients('reply_all', quoted, own).to;
}

const contentIdsOf = (files: readonly Attachment[]): Set<string> =>
    new Set(files.flatMap(({ contentId }) => (contentId === null ? [] : [contentId])));

const isShown = (file: Attachment, html: string | null): boolean =>
    file.contentId !== null && html !== null && html.includes(`cid:${file.contentId}`);

/** Addresses as they were typed, with the names that are known of them. */
const named = (addresses: readonly string[], known: readonly MailAddress[] = []): MailAddress[] =>
    [...new Set(addresses.map((address) => address.trim().toLowerCase()))].map((address) => ({
        name: known.find((one) => one.address.toLowerCase() === address)?.name ?? '',
        address,
    }));

export function defaultSubject(
    kind: WrittenKind,
    i: Pick<Interaction, 'subject'>,
    quoted: Pick<Message, 'subject'> | null,
): string {
    const subject = quoted?.subject.trim() || i.subject;
    if (kind === 'new') return subject;
    return kind === 'forward' ? forwardSubject(subject) : replySubject(subject);
}
