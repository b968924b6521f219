import type { MailAddress } from './mailboxEvents.ts';

export interface OutgoingAttachment {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Uint8Array;
    readonly contentId: string | null;
}

/** A mail ready to be sent. Its Message-ID is ours and fixed before the first try, so that every retry is the same mail. */
export interface OutgoingMail {
    readonly messageId: string;
    readonly from: MailAddress;
    /** Plus-address with the signed reply token. */
    readonly replyTo: MailAddress | null;
    readonly to: readonly MailAddress[];
    readonly cc: readonly MailAddress[];
    readonly bcc: readonly MailAddress[];
    /** Those of them that it goes to now: the others have it. Absent: all. */
    readonly only?: readonly string[];
    readonly subject: string;
    readonly text: string;
    readonly html: string | null;
    readonly inReplyTo: string | null;
    readonly references: readonly string[];
    readonly attachments: readonly OutgoingAttachment[];
    /** RFC 3834: null envelope sender, Auto-Submitted: auto-replied, X-Auto-Response-Suppress. */
    readonly automatic: boolean;
    readonly date: number;
}

export type SendOutcome =
    | {
          readonly sent: true;
          readonly response: string;
          /** Addresses that the mail server refused for good, and for now; it took the mail for the others. */
          readonly refused?: readonly string[];
          readonly later?: readonly string[];
      }
    | { readonly sent: false; readonly permanent: boolean; readonly code: string; readonly text: string };

/** Outbound port: hands a mail to the world. Never throws for what a mail server says; that is an outcome. */
export interface MailSender {
    send(mail: OutgoingMail): Promise<SendOutcome>;
    close(): Promise<void>;
}
