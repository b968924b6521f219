import { decideResend, type FailedMail } from '../core/policies/resending.ts';
import type { MailAddress } from '../ports/mailboxEvents.ts';
import type { ReplyTokens } from '../ports/replyTokens.ts';
import { lockInteraction, saveInteraction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { lockInteractionOf } from '../storage/merges.ts';
import { readMessage, saveDelivery, saveRecipients, type Message } from '../storage/messages.ts';
import { sendMailAgain, sendMailNow } from '../storage/outbox.ts';
import type { Transaction } from '../storage/transaction.ts';
import { refuseUnreadTargets } from './email/composeReply.ts';
import { ownAddress } from './email/outsideAddresses.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome } from './outcome.ts';

export interface ResendMailArgs {
    readonly interactionId: number;
    readonly messageId: number;
    /** To other addresses; null or absent: to the same. */
    readonly to?: readonly string[] | null | undefined;
}

/** What a mail server or a delivery report refused, again (policies/resending): as it was, or to a corrected address. */
export const resendMail =
    (tokens: ReplyTokens) =>
    async (tx: Transaction, actor: Actor, args: ResendMailArgs): Promise<Outcome<Record<string, never>>> => {
        const i = await lockInteraction(tx, args.interactionId);
        const message = i && (await readMessage(tx, args.messageId));
        if (!i || !message || message.interactionId !== i.id || message.direction !== 'outbound')
            return notFound('This mail');
        if (message.deliveryState !== 'failed')
            return refuse('Only what could not be delivered is sent again.', 'Write a new mail instead.');
        const corrected = args.to
            ? [...new Set(args.to.map((address) => address.trim().toLowerCase()))]
            : null;
        const decision = decideResend(failedMail(message), corrected, await ownAddress(tx, tokens));
        if (!decision.allowed) return refuseBy(decision);
        const unread = refuseUnreadTargets(
            (corrected ?? []).map((address) => ({ address })),
            null,
        );
        if (unread) return unread;
        const { resending } = decision;
        const known = [...message.recipients, ...message.cc, ...message.bcc];
        const named = (addresses: readonly string[]): MailAddress[] =>
            addresses.map((address) => ({
                name: known.find((one) => one.address.toLowerCase() === address)?.name ?? '',
                address,
            }));
        const { to, cc, bcc, only } = resending;
        await saveRecipients(tx, message.id, { to: named(to), cc: named(cc), bcc: named(bcc), only });
        await saveDelivery(tx, message.id, 'waiting', null);
        await sendMailAgain(tx, message.id);
        await record(tx, i, {
            kind: 'send_retried',
            agentId: actor.agentId,
            data: { messageId: message.id, to: only.length > 0 ? only : [...to, ...cc, ...bcc] },
        });
        await saveInteraction(tx, i);
        return done({});
    };

const failedMail = (message: Message): FailedMail => ({
    to: lowered(message.recipients),
    cc: lowered(message.cc),
    bcc: lowered(message.bcc),
    refused: message.refused,
    taken: message.deliveredAt !== null,
});
const lowered = (list: readonly MailAddress[]): string[] => list.map(({ address }) => address.toLowerCase());

/** A scheduled mail, or one within its seconds, leaves now. */
export async function sendScheduledNow(
    tx: Transaction,
    actor: Actor,
    { messageId }: { messageId: number },
): Promise<Outcome<Record<string, never>>> {
    const found = await lockInteractionOf(tx, messageId);
    if (found?.message.agentId !== actor.agentId) return notFound('This mail');
    const { i } = found;
    if (!(await sendMailNow(tx, messageId))) return refuse('It is on its way already.');
    await record(tx, i, { kind: 'sent_early', agentId: actor.agentId, data: { messageId } });
    await saveInteraction(tx, i);
    tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
    return done({});
}
