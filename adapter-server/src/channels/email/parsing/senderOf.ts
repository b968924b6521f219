import { addressParser, type Email } from 'postal-mime';
import type { MailAddress } from '../../../ports/mailboxEvents.ts';
import { cleanText } from './cleanText.ts';
import { mailAddresses } from './mailAddresses.ts';
import { LONGEST_NAME } from './parseLimits.ts';

/** RFC 2606: nobody is there, and everybody can see it. */
const MAIL_SYSTEM = 'mailer-daemon@unknown.invalid';

/**
 * Who wrote it: From; where that names no address, as many mail systems' own mails do (`From: MAILER-DAEMON <>`), Sender
 * and then the SMTP sender. With no address anywhere the name alone is left, with an empty address.
 */
export function senderOf(
    mail: Pick<Email, 'from' | 'sender' | 'returnPath'>,
    envelopeFrom: string | null | undefined,
): MailAddress | null {
    const name = nameIn(mail);
    const envelope = { name, address: envelopeFrom ?? mail.returnPath ?? '' };
    const named = mailAddresses([mail.from, mail.sender, envelope].filter((one) => one !== undefined))[0];
    return named ?? (mail.from ? { name, address: '' } : null);
}

/** A mail system's report is stored whoever sent it: it may belong to a thread. Anything else without a sender is not. */
export function mailSystem(sender: MailAddress | null, kind: string): MailAddress | null {
    if (sender !== null && sender.address !== '') return sender;
    if (kind !== 'bounce' && kind !== 'auto' && kind !== 'abuse_report') return null;
    return { name: sender?.name || 'Mail system', address: MAIL_SYSTEM };
}

/** One From field, and one address in it: RFC 7489, 6.6.1 leaves all others unchecked. */
export const hasOneAuthor = (from: readonly string[]): boolean =>
    from.length === 1 && mailAddresses(addressParser(from[0] ?? '')).length === 1;

/** `From: MAILER-DAEMON` is read as an address without a domain. */
const nameIn = ({ from }: Pick<Email, 'from'>): string =>
    cleanText(from?.name || from?.address || '')
        .trim()
        .slice(0, LONGEST_NAME)
        .toWellFormed();
