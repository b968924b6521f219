import type { MailAddress } from '../../../ports/mailboxEvents.ts';
import type { RawHeader } from '../parsing/rawHeaders.ts';

export interface EvidencePart {
    /** Lower-cased, without parameters. */
    readonly contentType: string;
    readonly content: Uint8Array;
}

/** All that the classifier looks at. */
export interface MailEvidence {
    readonly headers: readonly RawHeader[];
    /** The SMTP sender: null is the null sender `<>`, undefined means that nobody knows. */
    readonly envelopeFrom: string | null | undefined;
    readonly from: MailAddress | null;
    readonly subject: string;
    readonly text: string;
    readonly parts: readonly EvidencePart[];
}
