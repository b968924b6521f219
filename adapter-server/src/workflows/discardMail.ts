import { deleteDraft } from '../storage/drafts.ts';
import { lockInteraction } from '../storage/interactions.ts';
import { hasMessages } from '../storage/newMails.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';
import { letRest } from './routing/place.ts';

/** A new mail that was begun and will not be sent: it needs no outcome, since nothing happened. */
export async function discardMail(
    tx: Transaction,
    actor: Actor,
    { interactionId }: { interactionId: number },
): Promise<Outcome<Record<string, never>>> {
    const i = await lockInteraction(tx, interactionId);
    if (!i) return notFound('This interaction');
    if (await hasMessages(tx, i.id))
        return refuse('This mail has been sent already.', 'Close it with its outcome.');
    if (i.agentId !== actor.agentId || i.routingState !== 'assigned')
        return refuse('It is not in your inbox.', null);
    i.status = 'closed';
    await deleteDraft(tx, i.id, actor.agentId);
    await letRest(tx, i, { kind: 'mail_discarded', agentId: actor.agentId });
    tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
    return done({});
}
