import { messageIdsIn } from '../parsing/messageIds.ts';
import { headerValues, splitRawMail } from '../parsing/rawHeaders.ts';
import type { EvidencePart } from './mailEvidence.ts';

export interface FailedRecipient {
    readonly address: string;
    /** As it was written to, where the report names that besides. */
    readonly original: string | null;
    readonly action: string | null;
    /** RFC 3463, e.g. "5.1.1". */
    readonly status: string | null;
}
export interface DeliveryReport {
    readonly recipients: readonly FailedRecipient[];
    readonly originalMessageId: string | null;
}

const MOST_REPORT_BYTES = 1_000_000;
const STATUS_TYPE = /^message\/(?:global-)?delivery-status$/;
const ORIGINAL_TYPE =
    /^(?:message\/(?:rfc822|global|partial|rfc822-headers|global-headers)|text\/rfc822(?:-headers)?)$/;

/** The machine-readable report of RFC 3464, and what is left of the mail it speaks of. */
export function readDeliveryReport(parts: readonly EvidencePart[], text: string): DeliveryReport {
    const recipients: FailedRecipient[] = [];
    let originalMessageId: string | null = null;
    for (const part of parts) {
        const content = part.content.subarray(0, MOST_REPORT_BYTES);
        if (STATUS_TYPE.test(part.contentType)) recipients.push(...failedRecipients(content));
        if (ORIGINAL_TYPE.test(part.contentType)) originalMessageId ??= messageIdOf(content);
    }
    return { recipients, originalMessageId: originalMessageId ?? messageIdQuotedIn(text) };
}

/** RFC 3464, 2.3.3: "delayed" says that it is still tried. */
export const isDelayReport = ({ recipients }: DeliveryReport): boolean =>
    recipients.length > 0 && recipients.every(({ action }) => action === 'delayed');

/** A recipient whose mail is only late, relayed or delivered has not failed. */
export const failedAddresses = ({ recipients }: DeliveryReport): string[] => [
    ...new Set(
        recipients
            .filter(({ action }) => action === null || action === 'failed')
            .flatMap(({ address, original }) => (original === null ? [address] : [address, original])),
    ),
];

function messageIdOf(mail: Uint8Array): string | null {
    // Some systems put an empty line, or their own words, before the headers they return.
    const headers = splitRawMail(mail).headers.filter((header) => header.name === 'message-id');
    const [id] = headers.flatMap((header) => messageIdsIn(header.folded));
    return id ?? messageIdQuotedIn(new TextDecoder().decode(mail));
}

/** qmail, exim and others return the original's headers inside the text, sometimes as a quote. */
function messageIdQuotedIn(text: string): string | null {
    const found = /^[ \t>|]{0,20}message-id:[ \t\r\n>]{0,20}(<[^<>\s]{1,996}>)/im.exec(text);
    return found?.[1] ? (messageIdsIn(found[1])[0] ?? null) : null;
}

function failedRecipients(report: Uint8Array): FailedRecipient[] {
    const found: FailedRecipient[] = [];
    let rest = report;
    while (rest.length > 0) {
        const { headers, body } = splitRawMail(rest);
        const field = (name: string): string | null => headerValues(headers, name)[0] ?? null;
        const original = field('original-recipient');
        const recipient = field('final-recipient') ?? original;
        if (recipient !== null) {
            found.push({
                address: addressOf(recipient),
                original: original === null ? null : addressOf(original),
                action: field('action')?.toLowerCase() ?? null,
                status:
                    /\d\.\d{1,3}\.\d{1,3}/.exec(field('status') ?? field('diagnostic-code') ?? '')?.[0] ??
                    null,
            });
        }
        rest = body;
    }
    return found;
}

/** RFC 3464, 2.3.1: "rfc822; maria@example.com". */
const addressOf = (field: string): string =>
    field
        .replace(/^[^;]*;\s*/, '')
        .replace(/^<|>$/g, '')
        .toLowerCase();
