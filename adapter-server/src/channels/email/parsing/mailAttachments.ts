import type { Attachment } from 'postal-mime';
import type { ParsedAttachment } from '../../../ports/mailboxEvents.ts';
import { cleanText } from './cleanText.ts';

const LONGEST_FILENAME = 200;

export function mailAttachments(found: readonly Attachment[]): ParsedAttachment[] {
    return found.map((attachment, index) => {
        const contentType = safeContentType(attachment.mimeType);
        const contentId = cleanText(attachment.contentId ?? '')
            .trim()
            .replace(/^<|>$/g, '')
            .trim();
        return {
            filename: safeFilename(attachment.filename) ?? defaultFilename(contentType, index),
            contentType,
            content: bytesOf(attachment.content),
            contentId: contentId === '' ? null : contentId.slice(0, 998),
            inline: attachment.related === true || attachment.disposition === 'inline',
        };
    });
}

/** RFC 6838's characters and lengths alone: it becomes a header again, where anything else would be refused. */
const safeContentType = (type: string): string =>
    /^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}$/.test(type) ? type.toLowerCase() : 'application/octet-stream';

/** The name alone: no folders, no control characters, no direction marks that disguise "gpj.exe". */
export function safeFilename(name: string | null): string | null {
    const cleaned = cleanText(name ?? '')
        .replace(/^.*[\\/]/s, '')
        .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
        .trim();
    if (cleaned === '' || cleaned === '.' || cleaned === '..') return null;
    if (cleaned.length <= LONGEST_FILENAME) return cleaned;
    const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(cleaned)?.[0] ?? '';
    return (cleaned.slice(0, LONGEST_FILENAME - extension.length) + extension).toWellFormed();
}

function defaultFilename(contentType: string, index: number): string {
    const extension =
        contentType === 'message/rfc822'
            ? 'eml'
            : contentType.startsWith('text/')
              ? 'txt'
              : /\/([a-z0-9]{1,8})$/.exec(contentType)?.[1];
    return `attachment-${index + 1}.${extension ?? 'bin'}`;
}

function bytesOf(content: Attachment['content']): Uint8Array {
    if (typeof content === 'string') return new TextEncoder().encode(content);
    return content instanceof Uint8Array ? content : new Uint8Array(content);
}
