import { isRinging } from '../core/policies/offerRingTime.ts';
import { lockInteraction, saveInteraction } from '../storage/interactions.ts';
import { readOffer } from '../storage/offers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';
import { assignTo } from './routing/place.ts';

/** The offer becomes the agent's work. Accepting alone makes nobody the original agent. */
export async function acceptOffer(
    tx: Transaction,
    actor: Actor,
    { offerId }: { offerId: number },
): Promise<Outcome<{ interactionId: number }>> {
    const seen = await readOffer(tx, offerId);
    if (!seen || seen.agentId !== actor.agentId) return notFound('This offer');
    const i = await lockInteraction(tx, seen.interactionId);
    const offer = await readOffer(tx, offerId);
    if (!i || !offer) return notFound('This offer');
    if (offer.outcome === 'accepted') return done({ interactionId: i.id });
    if (offer.outcome !== 'ringing' || !isRinging(offer.expiresAt, tx.now))
        return refuse('This offer has ended.', 'It is in the queue again, or with somebody else.');
    if (i.status === 'new') i.status = 'open';
    await assignTo(tx, i, actor.agentId, { kind: 'accepted', agentId: actor.agentId, data: {} }, 'accepted');
    await saveInteraction(tx, i);
    return done({ interactionId: i.id });
}
