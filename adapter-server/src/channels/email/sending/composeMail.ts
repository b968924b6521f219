import type { SendMailOptions } from 'nodemailer';
import type { MailAddress } from '../../../ports/mailboxEvents.ts';
import type { OutgoingMail } from '../../../ports/mail.ts';

const mailbox = ({ name, address }: MailAddress) => ({ name, address });

/**
 * RFC 3834, 3.1.7 and 4: what a machine answers says so, and goes out with the null sender so that nothing can
 * answer it. Microsoft's systems want their own header besides. No Precedence: it is not standard and marks bulk.
 */
const AUTOMATIC_HEADERS = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };

/** The mail as nodemailer wants it. Ids, date and recipients are as given: every retry is the very same mail. */
export function composeMail(mail: OutgoingMail): SendMailOptions {
    const recipients =
        mail.only ?? [...mail.to, ...mail.cc, ...mail.bcc].map((recipient) => recipient.address);
    return {
        messageId: mail.messageId,
        date: new Date(mail.date),
        from: mailbox(mail.from),
        ...(mail.replyTo ? { replyTo: mailbox(mail.replyTo) } : {}),
        to: mail.to.map(mailbox),
        cc: mail.cc.map(mailbox),
        envelope: { from: mail.automatic ? '' : mail.from.address, to: [...new Set(recipients)] },
        subject: mail.subject,
        text: mail.text,
        ...(mail.html === null ? {} : { html: mail.html }),
        ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
        ...(mail.references.length === 0 ? {} : { references: [...mail.references] }),
        headers: mail.automatic ? AUTOMATIC_HEADERS : {},
        attachments: mail.attachments.map(({ filename, contentType, content, contentId }) => ({
            filename,
            contentType,
            content: Buffer.from(content),
            ...(contentId === null ? {} : { cid: contentId, contentDisposition: 'inline' }),
        })),
        xMailer: false,
        disableFileAccess: true,
        disableUrlAccess: true,
    };
}
