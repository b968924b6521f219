import PostalMime from 'postal-mime';
import type { ParsedMail } from '../../../ports/mailboxEvents.ts';
import { classifyMail } from '../classification/classifyMail.ts';
import { failedAddresses, isDelayReport, readDeliveryReport } from '../classification/deliveryReport.ts';
import { cleanText } from './cleanText.ts';
import { contentHash } from './contentHash.ts';
import { hasMoreParts } from './hasMoreParts.ts';
import { htmlToText } from './htmlToText.ts';
import { mailAddresses } from './mailAddresses.ts';
import { mailAttachments } from './mailAttachments.ts';
import { messageIdsIn } from './messageIds.ts';
import {
    DEEPEST_NESTING,
    LONGEST_SUBJECT,
    MOST_HEADER_BYTES,
    MOST_PARTS,
    MOST_TEXT_OF_HTML,
} from './parseLimits.ts';
import { headerValues, splitRawMail } from './rawHeaders.ts';
import { hasOneAuthor, mailSystem, senderOf } from './senderOf.ts';

const LAST_DATE = Date.parse('9999-12-31T23:59:59Z');
const NOT_CHECKED = { spf: 'none', dkim: 'none', dmarc: 'none' } as const;

/**
 * Reads one mail; runs in the worker, because it may be slow or die on odd input. Throws what the quarantine shows.
 * `envelopeFrom` is the SMTP sender: null for `<>`, undefined where nobody knows it.
 */
export async function readMail(
    raw: Uint8Array,
    envelopeFrom: string | null | undefined,
): Promise<ParsedMail> {
    const parts = splitRawMail(raw);
    if (parts.headers.length === 0) throw new Error('It has no header at all.');
    // Counted before it is parsed, which takes seconds for a mail of fifty thousand parts.
    if (hasMoreParts(raw, MOST_PARTS)) throw tooManyParts();
    // A mail forwarded as an attachment stays one: its text is not the customer's.
    const mail = await PostalMime.parse(raw, {
        forceRfc822Attachments: true,
        maxNestingDepth: DEEPEST_NESTING,
        maxHeadersSize: MOST_HEADER_BYTES,
    });
    if (mail.attachments.length > MOST_PARTS) throw tooManyParts();

    const idsOf = (name: string): string[] =>
        parts.headers
            .filter((header) => header.name === name)
            .flatMap((header) => messageIdsIn(header.folded));
    const html = mail.html === undefined ? null : cleanText(mail.html);
    const text = mail.text === undefined ? htmlToText(html ?? '', MOST_TEXT_OF_HTML) : cleanText(mail.text);
    const subject = cleanText(mail.subject ?? '')
        .trim()
        .slice(0, LONGEST_SUBJECT)
        .toWellFormed();
    const sender = senderOf(mail, envelopeFrom);
    const attachments = mailAttachments(mail.attachments);
    const classification = classifyMail({
        headers: parts.headers,
        envelopeFrom,
        from: sender,
        subject,
        text,
        parts: attachments,
    });
    const report = classification.kind === 'bounce' ? readDeliveryReport(attachments, text) : null;
    const from = mailSystem(sender, classification.kind);
    return {
        messageId: idsOf('message-id')[0] ?? null,
        inReplyTo: idsOf('in-reply-to'),
        references: idsOf('references'),
        from,
        hasOneAuthor: hasOneAuthor(headerValues(parts.headers, 'from')),
        replyTo: mailAddresses(mail.replyTo),
        to: mailAddresses(mail.to),
        cc: mailAddresses(mail.cc),
        subject,
        date: readDate(mail.date),
        text,
        html,
        attachments,
        classification,
        authentication: NOT_CHECKED,
        contentHash: contentHash(parts),
        bouncedMessageId: report?.originalMessageId ?? null,
        bouncedRecipients: report === null ? [] : failedAddresses(report),
        isDelayReport: report !== null && isDelayReport(report),
    };
}

const tooManyParts = (): Error => new Error(`It has more than ${MOST_PARTS} parts.`);

function readDate(date: string | undefined): number | null {
    const instant = Date.parse(date ?? '');
    return Number.isNaN(instant) || instant < 0 || instant > LAST_DATE ? null : instant;
}
