import { lockInteraction, saveInteraction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { readMessage, saveDelivery, saveRecipients } from '../storage/messages.ts';
import { sendMailAgain, sendMailNow } from '../storage/outbox.ts';
import type { Transaction } from '../storage/transaction.ts';
import { refuseUnreadTargets } from './email/composeReply.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';

export interface ResendMailArgs {
    readonly interactionId: number;
    readonly messageId: number;
    /** To other addresses; null or absent: to the same. */
    readonly to?: readonly string[] | null | undefined;
}

/** What a mail server or a delivery report refused, again: as it was, or to a corrected address. */
export async function resendMail(
    tx: Transaction,
    actor: Actor,
    args: ResendMailArgs,
): Promise<Outcome<Record<string, never>>> {
    const i = await lockInteraction(tx, args.interactionId);
    const message = i && (await readMessage(tx, args.messageId));
    if (!i || !message || message.interactionId !== i.id || message.direction !== 'outbound')
        return notFound('This mail');
    if (message.deliveryState !== 'failed')
        return refuse('Only what could not be delivered is sent again.', 'Write a new mail instead.');
    const to = args.to?.map((address) => ({ name: '', address: address.trim().toLowerCase() }));
    if (to) {
        const unread = refuseUnreadTargets(to, null);
        if (unread) return unread;
        await saveRecipients(tx, message.id, to);
    }
    await saveDelivery(tx, message.id, 'waiting', null);
    await sendMailAgain(tx, message.id);
    await record(tx, i, { kind: 'send_retried', agentId: actor.agentId, data: { messageId: message.id } });
    await saveInteraction(tx, i);
    return done({});
}

/** A scheduled mail, or one within its seconds, leaves now. */
export async function sendScheduledNow(
    tx: Transaction,
    actor: Actor,
    { messageId }: { messageId: number },
): Promise<Outcome<Record<string, never>>> {
    const found = await readMessage(tx, messageId);
    const i = found && (await lockInteraction(tx, found.interactionId));
    if (!found || !i || found.agentId !== actor.agentId) return notFound('This mail');
    if (!(await sendMailNow(tx, messageId))) return refuse('It is on its way already.');
    await record(tx, i, { kind: 'sent_early', agentId: actor.agentId, data: { messageId } });
    await saveInteraction(tx, i);
    tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
    return done({});
}
