import { afterDeclinedOffer } from '../core/policies/declinedOffer.ts';
import { afterMissedOffer } from '../core/policies/missedOffer.ts';
import { isRinging } from '../core/policies/offerRingTime.ts';
import { lockAgent, saveStatus } from '../storage/agents.ts';
import { lockInteraction, type Interaction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { readOffer, type Offer } from '../storage/offers.ts';
import { notify } from '../storage/people.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';
import { enterQueue, holdSettings, takeAway } from './routing/place.ts';
import { routeReply } from './routing/routeReply.ts';
import { lockBoth, returnTransfer, stillReaches } from './routing/routeTransfer.ts';
import { holdDeadline } from '../core/policies/originalAgentHold.ts';
import type { AfterRefusedOffer, RoutingDecisionRecord } from '../core/routing/decisionRecord.ts';
import { readQueue } from '../storage/queues.ts';

export async function declineOffer(
    tx: Transaction,
    actor: Actor,
    { offerId }: { offerId: number },
): Promise<Outcome<Record<string, never>>> {
    const seen = await readOffer(tx, offerId);
    if (!seen || seen.agentId !== actor.agentId) return notFound('This offer');
    if (!(await endRingingOffer(tx, offerId, 'declined')))
        return refuse('This offer has ended.', 'It is in the queue again, or with somebody else.');
    return done({});
}

/**
 * Ends an offer that nobody took (R4, E4): declined, missed at its time, or withdrawn because its agent went away.
 * A queue's offer goes back to its old place; the original agent's is held on with the same deadline; a transfer goes
 * back to who made it (E10). False where it no longer rings, or rings on.
 */
export async function endRingingOffer(
    tx: Transaction,
    offerId: number,
    outcome: 'declined' | 'missed' | 'withdrawn',
): Promise<boolean> {
    const seen = await readOffer(tx, offerId);
    if (!seen) return false;
    const i = await lockInteraction(tx, seen.interactionId);
    const offer = await readOffer(tx, offerId);
    if (!i || !offer || offer.outcome !== 'ringing') return false;
    if (outcome === 'missed' && isRinging(offer.expiresAt, tx.now)) return false;

    const transfer = i.transferredTo === offer.agentId;
    if (transfer && outcome === 'withdrawn' && (await stillReaches(tx, i))) return false;
    const kind = transfer ? 'transfer' : offer.toOriginal ? 'original_agent' : 'queue';
    const after = outcome === 'declined' ? afterDeclinedOffer(kind) : afterMissedOffer(kind);
    if (transfer) await lockBoth(tx, i);
    // The agent before their slot, as the drains do.
    if (outcome === 'missed' && after.agentBecomes) await lockAgent(tx, offer.agentId);
    await takeAway(tx, i, outcome);
    const { kind: journaled, ...data } = await describeEnd(tx, i, offer, outcome);
    await record(tx, i, { kind: journaled, agentId: outcome === 'declined' ? offer.agentId : null, data });
    if (outcome === 'missed') await missed(tx, offer, i.subject, after.agentBecomes);
    if (after.excludesAgent && outcome !== 'withdrawn') i.declinedBy = [...i.declinedBy, offer.agentId];
    // Between two states for a moment: neither assigned nor held, so that the decision below is made afresh.
    i.routingState = 'idle';
    if (after.interaction === 'return') {
        await returnTransfer(tx, i, outcome === 'withdrawn' ? 'away' : outcome);
    } else if (after.interaction === 'hold') {
        i.holdRefused = outcome === 'withdrawn' ? null : outcome;
        await routeReply(tx, i);
    } else {
        await enterQueue(tx, i, { kind: 'requeued', queueId: i.queueId, queuedAt: i.queuedAt ?? tx.now });
    }
    return true;
}

async function describeEnd(
    tx: Transaction,
    i: Interaction,
    offer: Offer,
    outcome: 'declined' | 'missed' | 'withdrawn',
): Promise<RoutingDecisionRecord> {
    const { agentId } = offer;
    if (outcome === 'withdrawn') return { kind: 'withdrawn', agentId, because: 'agent_away' };
    const until = holdDeadline(i.waitingSince ?? tx.now, holdSettings(await readQueue(tx, i.queueId)));
    const held: AfterRefusedOffer =
        offer.toOriginal && until > tx.now ? { then: 'held', until } : { then: 'requeued' };
    const returns = i.transferredTo === agentId && i.transferredBy !== agentId;
    const after = returns ? ({ then: 'returned' } as const) : held;
    return { kind: outcome, agentId, queueId: i.queueId, after };
}

async function missed(
    tx: Transaction,
    offer: Offer,
    subject: string,
    becomes: { status: 'available' | 'unavailable' | 'logged_out'; reason: string } | null,
): Promise<void> {
    await notify(tx, offer.agentId, 'missed', `You missed "${subject}".`, offer.interactionId);
    if (!becomes) return;
    const agent = await lockAgent(tx, offer.agentId);
    if (agent?.chosenStatus === 'available') await saveStatus(tx, agent.id, becomes.status, becomes.reason);
}
