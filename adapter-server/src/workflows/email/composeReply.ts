import { decideReplyTarget } from '../../core/policies/replyRefusal.ts';
import { answeredAt } from '../../core/policies/replyRecipients.ts';
import { isNoReply } from '../../core/policies/noReplyAddress.ts';
import type { MailAddress } from '../../ports/mailboxEvents.ts';
import type { Message } from '../../storage/messages.ts';
import { refuseBy, type Refused } from '../outcome.ts';

/** Where a reply to this message goes: Reply-To before From, as the sender asked; what we wrote, where it went. */
export const replyTargets = (
    message: Pick<Message, 'direction' | 'replyTo' | 'fromName' | 'fromAddress' | 'recipients'>,
): MailAddress[] => answeredAt(message).map(({ name, address }) => ({ name, address }));

/** E7 for every addressee; null where all may be written to. */
export function refuseUnreadTargets(
    targets: readonly { address: string }[],
    addressOnRecord: string | null,
): Refused | null {
    const onRecord = addressOnRecord !== null && !isNoReply(addressOnRecord) ? addressOnRecord : null;
    for (const { address } of targets) {
        const decision = decideReplyTarget({
            address,
            isNoReply: isNoReply(address),
            addressOnRecord: onRecord,
        });
        if (!decision.allowed) return refuseBy(decision);
    }
    return null;
}

/** RFC 5322: the References of the answered message and its id; the first and the latest where there are many. */
export function referencesFor(answered: Pick<Message, 'threadReferences' | 'messageId'>): string[] {
    const all = [...answered.threadReferences, ...(answered.messageId ? [answered.messageId] : [])];
    const unique = [...new Set(all)];
    return unique.length <= MOST_REFERENCES
        ? unique
        : [...unique.slice(0, 1), ...unique.slice(unique.length - MOST_REFERENCES + 1)];
}
const MOST_REFERENCES = 30;

/** What the agent wrote, the queue's signature, and the customer's text quoted below it. */
export function replyText(
    written: string,
    signature: string,
    answered: Pick<Message, 'fromName' | 'fromAddress' | 'textBody' | 'at'> | null,
): string {
    const parts = [written.trimEnd()];
    if (signature.trim() !== '') parts.push(`-- \n${signature.trim()}`);
    if (answered) {
        const on = new Date(answered.at).toUTCString();
        const who = answered.fromName
            ? `${answered.fromName} <${answered.fromAddress}>`
            : answered.fromAddress;
        const quoted = answered.textBody
            .slice(0, MOST_QUOTED)
            .split(/\r?\n/)
            .map((line) => `> ${line}`);
        parts.push(`On ${on}, ${who} wrote:\n${quoted.join('\n')}`);
    }
    return parts.join('\n\n');
}
const MOST_QUOTED = 50_000;
