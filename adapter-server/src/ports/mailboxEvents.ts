import type { Instant } from '../core/duration.ts';

export interface MailAddress {
    readonly name: string;
    /** Lower-cased `local@domain`; never empty. */
    readonly address: string;
}

/** What kind of sender a mail has, and why we think so (E3). Only `human` is ever acknowledged. */
export interface MailClassification {
    readonly kind: 'human' | 'auto' | 'bounce' | 'list' | 'bulk' | 'noreply' | 'abuse_report';
    readonly reasons: readonly string[];
}

export type AuthenticationResult =
    'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror';
export interface MailAuthentication {
    readonly spf: AuthenticationResult;
    readonly dkim: AuthenticationResult;
    readonly dmarc: AuthenticationResult;
}

export interface ParsedAttachment {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Uint8Array;
    /** Without angle brackets; set where the HTML refers to it as cid:. */
    readonly contentId: string | null;
    readonly inline: boolean;
}

export interface ParsedMail {
    /** Whole, with angle brackets, as in the raw header; null where absent or empty. */
    readonly messageId: string | null;
    readonly inReplyTo: readonly string[];
    readonly references: readonly string[];
    readonly from: MailAddress | null;
    /** False where From itself does not name just one address: whoever is shown then, DMARC has checked nobody. */
    readonly hasOneAuthor?: boolean;
    readonly replyTo: readonly MailAddress[];
    readonly to: readonly MailAddress[];
    readonly cc: readonly MailAddress[];
    readonly subject: string;
    readonly date: Instant | null;
    readonly text: string;
    /** As it came, unsafe: cleaned when shown, never stored cleaned. */
    readonly html: string | null;
    readonly attachments: readonly ParsedAttachment[];
    readonly classification: MailClassification;
    readonly authentication: MailAuthentication;
    /**
     * Hex SHA-256 over what the sender wrote (Message-ID, From, Date, Subject, body), not over what transport
     * adds, so that one mail arriving twice by two ways is one message, and two mails with one Message-ID are two.
     */
    readonly contentHash: string;
    /** For bounces: the Message-ID of the mail that could not be delivered, where the report names it. */
    readonly bouncedMessageId: string | null;
    /** Of a report that names them: the addresses that failed, lower-cased; as we wrote them, and as they were last called. */
    readonly bouncedRecipients?: readonly string[];
    /** A report that it is late, not that it failed. */
    readonly isDelayReport?: boolean;
}

export interface MailOrigin {
    readonly kind: 'smtp' | 'lmtp' | 'imap';
    /** The mailbox row that fetched it; null for the server's own intake. */
    readonly mailboxId: number | null;
    /** IMAP only: stored in the same transaction as the message, so that nothing is fetched twice or skipped. */
    readonly cursor: { readonly uidValidity: string; readonly uid: number } | null;
    /** The lease under which it was fetched; a process that lost it writes nothing any more. Never stored. */
    readonly lease?: { readonly processId: string; readonly token: number };
}

export interface ReceivedMail {
    readonly origin: MailOrigin;
    readonly envelopeFrom: string | null;
    readonly envelopeTo: readonly string[];
    readonly raw: Uint8Array;
    readonly content: { readonly parsed: ParsedMail } | { readonly unparsable: string };
}

export type ReceiveOutcome =
    | { readonly outcome: 'stored'; readonly interactionId: number; readonly messageId: number }
    | { readonly outcome: 'duplicate'; readonly messageId: number }
    | { readonly outcome: 'quarantined'; readonly quarantineId: number };

/** Inbound port of the email channel. Resolves only after the commit: then, and only then, say 250. */
export interface MailboxEvents {
    received(mail: ReceivedMail): Promise<ReceiveOutcome>;
    /**
     * In one commit the first of them, and those behind it that have nothing to do with each other: the outcomes of as
     * many as that were. Rejects where any of these cannot be stored, and then none is.
     */
    receivedTogether(mails: readonly ReceivedMail[]): Promise<ReceiveOutcome[]>;
}
