import { isNoReply } from '../core/policies/noReplyAddress.ts';
import type { ReplyTokens } from '../ports/replyTokens.ts';
import { saveDraftRow } from '../storage/drafts.ts';
import { insertInteraction, saveInteraction } from '../storage/interactions.ts';
import { saveCustomer } from '../storage/people.ts';
import { addressOfQueue } from '../storage/centerSettings.ts';
import type { Transaction } from '../storage/transaction.ts';
import { refuseUnreadTargets } from './email/composeReply.ts';
import { outsideAddresses } from './email/outsideAddresses.ts';
import { done, refuse, type Actor, type Outcome } from './outcome.ts';
import { assignTo } from './routing/place.ts';
import { refuseManualAssignment } from './takeOver.ts';

export interface StartMailArgs {
    readonly queueId: number;
    readonly address: string;
    readonly name?: string | undefined;
    readonly subject?: string | undefined;
}

/**
 * E6, E7: begins a new mail from a queue of the agent's. It is an interaction of theirs from the first letter, so that
 * its draft is kept, transferred and popped out as that of any other; sendNewMail makes them its original agent.
 */
export const startMail =
    (tokens: ReplyTokens) =>
    async (
        tx: Transaction,
        actor: Actor,
        args: StartMailArgs,
    ): Promise<Outcome<{ interactionId: number }>> => {
        const address = args.address.trim().toLowerCase();
        if (!(await addressOfQueue(tx, args.queueId)))
            return refuse('This queue has no address to send from.', 'Choose another queue.');
        if ((await outsideAddresses(tx, tokens, [{ name: '', address }])).length === 0)
            return refuse('This is an address of our own.', "Write to the customer's own address.");
        if (isNoReply(address)) {
            const unread = refuseUnreadTargets([{ address }], null);
            if (unread) return unread;
        }
        const subject = args.subject?.trim() ?? '';
        const i = await insertInteraction(tx, {
            channel: 'email',
            subject: subject || '(no subject)',
            preview: '',
            customerId: await saveCustomer(tx, address, args.name?.trim() ?? ''),
            queueId: args.queueId,
            mayBelongTo: null,
        });
        const full = await refuseManualAssignment(tx, i, actor, actor.agentId);
        if (full) return full;
        i.status = 'open';
        i.unread = false;
        await assignTo(tx, i, actor.agentId, { kind: 'mail_started', agentId: actor.agentId });
        await saveInteraction(tx, i);
        await saveDraftRow(
            tx,
            { interactionId: i.id, agentId: actor.agentId },
            {
                kind: 'new',
                text: '',
                html: null,
                to: [address],
                cc: [],
                bcc: [],
                subject,
                forwards: null,
                answers: null,
                uploads: [],
                scheduledFor: null,
                version: 0,
            },
        );
        return done({ interactionId: i.id });
    };
