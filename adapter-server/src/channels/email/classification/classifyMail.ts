import { isNoReply } from '../../../core/policies/noReplyAddress.ts';
import type { MailClassification } from '../../../ports/mailboxEvents.ts';
import { headerValues } from '../parsing/rawHeaders.ts';
import { machineSigns } from './machineHeaders.ts';
import { subjectOf } from './machineSubjects.ts';
import type { EvidencePart, MailEvidence } from './mailEvidence.ts';

type Kind = MailClassification['kind'];

/** The most telling first: a bounce from a no-reply address is a bounce. */
const ORDER: readonly Kind[] = ['abuse_report', 'bounce', 'auto', 'list', 'bulk', 'noreply', 'human'];

const DAEMON_LOCAL_PART = /^(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon|mail\.?delivery.*)$/i;
const DAEMON_NAME = /mailer[- ]daemon|mail delivery (?:sub)?system|^postmaster\b|mail delivery service/i;
/** Not no-reply addresses, since people do answer some of them, but nobody who wants an acknowledgement. */
const MACHINE_LOCAL_PART =
    /^(?:root|null|nobody|listserv|majordomo|cron|daemon|www-data|apache|.*-owner|owner-.*)$/i;

/**
 * E3: "never to no-reply, auto-replies, bounces, lists, own addresses; RFC 3834 on both sides". Reads RFC 3834,
 * 3464, 5965, 8098, 2369, 2919 and MS-OXCMAIL. Own addresses and caps are the workflow's.
 */
export function classifyMail(mail: MailEvidence): MailClassification {
    const signs: { kind: Kind; reason: string }[] = [
        ...machineSigns(mail.headers),
        ...mail.parts.flatMap(partSigns),
        ...senderSigns(mail),
    ];
    const subject = subjectOf(mail.subject);
    if (subject !== null) signs.push({ kind: subject, reason: 'subject' });
    const kind = ORDER.find((candidate) => signs.some((sign) => sign.kind === candidate)) ?? 'human';
    return { kind, reasons: [...new Set(signs.map((sign) => sign.reason))] };
}

function partSigns(part: EvidencePart): { kind: Kind; reason: string }[] {
    if (/^message\/(?:global-)?delivery-status$/.test(part.contentType)) {
        return [{ kind: 'bounce', reason: 'delivery-status part' }];
    }
    if (part.contentType === 'message/feedback-report')
        return [{ kind: 'abuse_report', reason: 'feedback part' }];
    if (/^message\/(?:global-)?disposition-notification$/.test(part.contentType)) {
        return [{ kind: 'auto', reason: 'read receipt part' }];
    }
    return [];
}

function senderSigns(mail: MailEvidence): { kind: Kind; reason: string }[] {
    const signs: { kind: Kind; reason: string }[] = [];
    const returnPath = headerValues(mail.headers, 'return-path')[0];
    const nullSender =
        mail.envelopeFrom === null || mail.envelopeFrom === '' || /^<\s*>$/.test(returnPath ?? '');
    // RFC 3834, 2: the null sender is the mark of every notification.
    if (nullSender) signs.push({ kind: 'auto', reason: 'null sender' });
    const address = mail.from?.address ?? '';
    const localPart = address.slice(0, Math.max(0, address.lastIndexOf('@')));
    if (DAEMON_LOCAL_PART.test(localPart)) signs.push({ kind: 'bounce', reason: 'mail system address' });
    if (DAEMON_NAME.test(mail.from?.name ?? '')) signs.push({ kind: 'bounce', reason: 'mail system name' });
    if (MACHINE_LOCAL_PART.test(localPart)) signs.push({ kind: 'auto', reason: 'machine address' });
    if (isNoReply(address)) signs.push({ kind: 'noreply', reason: 'no-reply address' });
    return signs;
}
