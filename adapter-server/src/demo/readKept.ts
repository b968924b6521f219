import PostalMime, { type Address, type Email } from 'postal-mime';
import type { MailPerson } from './customerAddress.ts';

/** Who a mail was from and to on the wire, and when; kept beside its bytes. */
export interface Envelope {
    /** Seen from the customer: what they sent, or what reached them. */
    readonly direction: 'sent' | 'received';
    readonly at: number;
    /** Empty for the null sender of automatic mail. */
    readonly from: string;
    readonly to: readonly string[];
}

/** What lists and threads need to know of a kept mail. */
export interface KeptSummary extends Envelope {
    readonly id: number;
    readonly subject: string;
    readonly fromPerson: MailPerson;
    readonly toPersons: readonly MailPerson[];
    readonly replyTo: readonly MailPerson[];
    readonly messageId: string | null;
    readonly references: readonly string[];
    readonly preview: string;
    readonly attachments: number;
    readonly bytes: number;
}

export interface KeptMessage extends KeptSummary {
    readonly text: string;
    readonly html: string | null;
    readonly parts: readonly {
        readonly filename: string;
        readonly contentType: string;
        readonly content: Uint8Array;
    }[];
}

const PREVIEW = 140;

/** Reads a kept mail as a mail client would. Broken MIME gives what could be read of it. */
export async function readKept(id: number, envelope: Envelope, raw: Uint8Array): Promise<KeptMessage> {
    const email = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
    const from = persons(email.from ? [email.from] : [])[0];
    const text = email.text ?? (email.html ? textOf(email.html) : '');
    const parts = email.attachments.map((part, n) => ({
        filename: part.filename ?? `attachment-${n + 1}`,
        contentType: part.mimeType,
        content: typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content),
    }));
    return {
        ...envelope,
        id,
        subject: email.subject?.trim() || '(no subject)',
        fromPerson: from ?? { name: '', address: envelope.from },
        toPersons: persons(email.to ?? []),
        replyTo: persons(email.replyTo ?? []),
        messageId: email.messageId ?? null,
        references: idsOf(email),
        preview: text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW),
        attachments: parts.length,
        bytes: raw.byteLength,
        text,
        html: email.html ?? null,
        parts,
    };
}

export function summaryOf(message: KeptMessage): KeptSummary {
    const { text: _text, html: _html, parts: _parts, ...summary } = message;
    return summary;
}

const persons = (addresses: readonly Address[]): MailPerson[] =>
    addresses.flatMap((one) =>
        one.group
            ? one.group.map(({ name, address }) => ({ name, address: (address ?? '').toLowerCase() }))
            : [{ name: one.name, address: (one.address ?? '').toLowerCase() }],
    );

const idsOf = (email: Email): string[] => [
    ...new Set(`${email.references ?? ''} ${email.inReplyTo ?? ''}`.match(/<[^<>\s]{1,1000}>/g) ?? []),
];

/** For previews of mail that has no text part; what is shown of it is the HTML itself, in its own frame. */
const textOf = (html: string): string =>
    html
        .slice(0, 50_000)
        .replace(/<[^<>]{0,2000}>/g, ' ')
        .replaceAll('&nbsp;', ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
