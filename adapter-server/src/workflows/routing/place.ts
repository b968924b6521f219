import { offerExpiry } from '../../core/policies/offerRingTime.ts';
import { holdDeadline } from '../../core/policies/originalAgentHold.ts';
import { isRoutingDecisionKind, type RoutingDecisionRecord } from '../../core/routing/decisionRecord.ts';
import type { HoldReason } from '../../core/vocabulary.ts';
import { addLoadsOf, changeLoad, lockChannelsOf } from '../../storage/agents.ts';
import { handDraftOver } from '../../storage/drafts.ts';
import { saveInteraction, type Interaction } from '../../storage/interactions.ts';
import { record, type JournalEntry } from '../../storage/journal.ts';
import { endOffer, reserveOfferIds, ringingOfferOn } from '../../storage/offers.ts';
import { readQueueSettings, type Queue } from '../../storage/queues.ts';
import { beginRinging } from '../../storage/ringing.ts';
import { clearTimer, clearTimers, setTimer } from '../../storage/timers.ts';
import type { Transaction } from '../../storage/transaction.ts';

/**
 * The moves of an interaction between the routing states (the diagram is in core/vocabulary.ts). Each keeps load,
 * offer, timers, journal and streams in step; the caller holds the interaction's lock and saves nothing itself.
 */

/** Takes it from whoever has it: ends a ringing offer, frees the agent's slot, forgets a hold. */
export async function takeAway(
    tx: Transaction,
    i: Interaction,
    offerOutcome: 'declined' | 'missed' | 'withdrawn' | 'accepted' = 'withdrawn',
): Promise<void> {
    if (i.routingState === 'offered') {
        const offer = await ringingOfferOn(tx, i.id);
        if (offer && (await endOffer(tx, offer.id, offerOutcome))) {
            await clearTimer(tx, 'offer_expiry', offer.id);
            tx.tell(offer.agentId, 'offer_ended', { offerId: offer.id, outcome: offerOutcome });
        }
    }
    if (i.agentId !== null) {
        await changeLoad(tx, i.agentId, i.channel, -1);
        tx.tell(i.agentId, 'interaction_changed', { interactionId: i.id });
        i.agentId = null;
    }
    if (i.heldFor !== null) {
        tx.tell(i.heldFor, 'interaction_changed', { interactionId: i.id });
        i.heldFor = null;
        i.holdReason = null;
        i.holdUntil = null;
    }
    await endWrapUp(tx, i);
}

/** Taken up again, or gone from the inbox: nothing is left to end. */
export async function endWrapUp(tx: Transaction, i: Interaction): Promise<void> {
    if (i.wrapUpEndsAt !== null) await clearTimer(tx, 'wrap_up', i.id);
    i.wrapUpSince = null;
    i.wrapUpEndsAt = null;
}

/** Journals the move and saves; a routing decision also becomes the interaction's why line (R3). */
async function settle(
    tx: Transaction,
    i: Interaction,
    because: RoutingDecisionRecord | JournalEntry,
): Promise<void> {
    i.routingSince = tx.now;
    if (isDecision(because)) {
        i.why = because;
        const { kind, ...data } = because;
        await record(tx, i, { kind, agentId: whoDecided(because), data });
    } else {
        await record(tx, i, because);
    }
    await saveInteraction(tx, i);
}

const isDecision = (because: RoutingDecisionRecord | JournalEntry): because is RoutingDecisionRecord =>
    isRoutingDecisionKind(because.kind);
/** Null: the server did. */
const whoDecided = (decision: RoutingDecisionRecord): number | null =>
    'byAgentId' in decision ? decision.byAgentId : null;

/** Waits in its queue; it keeps the place it had in this turn. */
export async function enterQueue(
    tx: Transaction,
    i: Interaction,
    decision: RoutingDecisionRecord,
): Promise<void> {
    const mayHaveDeadline = i.routingState !== 'idle' && i.routingState !== 'queued';
    await takeAway(tx, i);
    i.routingState = 'queued';
    i.queuedAt ??= i.waitingSince ?? tx.now;
    i.holdRefused = null;
    i.transferredTo = null;
    if (mayHaveDeadline) await clearTimer(tx, 'hold_deadline', i.id);
    tx.signals.queues.add(i.queueId);
    await settle(tx, i, decision);
}

/** Waits for one agent until the deadline (E4, or E10 where it was transferred to them). */
export async function holdFor(
    tx: Transaction,
    i: Interaction,
    hold: { agentId: number; reason: HoldReason; until: number },
    decision?: RoutingDecisionRecord,
): Promise<void> {
    await takeAway(tx, i);
    i.routingState = 'held';
    i.heldFor = hold.agentId;
    i.holdReason = hold.reason;
    i.holdUntil = hold.until;
    i.queuedAt = null;
    await setTimer(tx, 'hold_deadline', i.id, hold.until);
    tx.tell(hold.agentId, 'interaction_changed', { interactionId: i.id });
    const { agentId, reason, until } = hold;
    await settle(tx, i, decision ?? { kind: 'held', agentId, reason, until, queueId: i.queueId });
}

/** Rings at an agent who has a free slot; the database refuses one who has not. */
export async function offerTo(
    tx: Transaction,
    i: Interaction,
    queue: Pick<Queue, 'emailRingFor'>,
    offer: { agentId: number; toOriginal: boolean; decision: RoutingDecisionRecord },
): Promise<void> {
    const offerIds = await reserveOfferIds(tx, 1);
    // First: it may be at this very agent, and theirs be the only slot.
    await takeAway(tx, i);
    await addLoadsOf(tx, [offer.agentId], i.channel);
    await ringAll(tx, queue, [{ ...offer, i }], offerIds);
}

export interface NewRinging {
    readonly i: Interaction;
    readonly agentId: number;
    readonly toOriginal: boolean;
    readonly decision: RoutingDecisionRecord;
}

/**
 * Many at once, as a drain makes them; `offerIds` are theirs, as many at least. Nobody has them any more (takeAway), and
 * their agents' load is counted already (addLoadsOf).
 */
export async function ringAll(
    tx: Transaction,
    queue: Pick<Queue, 'emailRingFor'>,
    ringing: readonly NewRinging[],
    offerIds: readonly number[],
): Promise<void> {
    // What waited in a queue has no deadline. One of a hold is asked about again when the ring ends: decideReply knows
    // it from the waiting reply.
    const mayHaveDeadline = ringing.filter(({ i }) => i.routingState !== 'queued').map(({ i }) => i.id);
    if (mayHaveDeadline.length > 0) await clearTimers(tx, 'hold_deadline', mayHaveDeadline);
    for (const [n, { i, agentId, toOriginal, decision }] of ringing.entries()) {
        const offerId = offerIds[n];
        if (offerId === undefined) throw new Error('fewer offers were numbered than are to ring');
        const ringFor = i.channel === 'email' ? queue.emailRingFor : undefined;
        const expiresAt = offerExpiry(tx.now, i.channel, ringFor);
        const byAgentId = whoDecided(decision);
        beginRinging(tx, { i, offerId, agentId, toOriginal, expiresAt, decision, byAgentId });
        tx.tell(agentId, 'offered', { offerId });
    }
}

/** Puts it into an agent's inbox. The load counts until they dismiss it. */
export async function assignTo(
    tx: Transaction,
    i: Interaction,
    agentId: number,
    because: RoutingDecisionRecord | JournalEntry,
    offerOutcome: 'accepted' | 'withdrawn' = 'withdrawn',
): Promise<void> {
    if (i.agentId !== null && i.agentId !== agentId)
        await lockChannelsOf(tx, [i.agentId, agentId], i.channel);
    await takeAway(tx, i, offerOutcome);
    i.routingState = 'assigned';
    i.agentId = agentId;
    i.queuedAt = null;
    i.holdRefused = null;
    i.declinedBy = [];
    await endTransfer(tx, i, agentId);
    if (i.status !== 'pending') i.pendingBy = null;
    await changeLoad(tx, agentId, i.channel, 1);
    await guardUnanswered(tx, i);
    tx.tell(agentId, 'interaction_changed', { interactionId: i.id });
    await settle(tx, i, because);
}

/**
 * Somebody has it: the giver's draft goes along, and what was promised for a date is the new agent's promise. A draft
 * of their own stands; the giver's stays the giver's then.
 */
async function endTransfer(tx: Transaction, i: Interaction, takenBy: number | null): Promise<void> {
    if (takenBy !== null && i.transferredBy !== null && i.transferredBy !== takenBy) {
        await handDraftOver(tx, i.id, i.transferredBy, takenBy);
        if (i.status === 'pending') i.pendingBy = takenBy;
    }
    i.transferredBy = null;
    i.transferredTo = null;
    i.transferredAt = null;
    i.transferNote = null;
}

/** Nobody has it and nothing in it waits. */
export async function letRest(
    tx: Transaction,
    i: Interaction,
    because: JournalEntry | RoutingDecisionRecord,
): Promise<void> {
    await takeAway(tx, i);
    i.routingState = 'idle';
    i.queuedAt = null;
    i.holdRefused = null;
    i.declinedBy = [];
    await endTransfer(tx, i, null);
    await clearTimer(tx, 'hold_deadline', i.id);
    await settle(tx, i, because);
}

/**
 * A customer's unanswered message in an inbox has E4's deadline too: an agent who accepts and never comes back must
 * not keep it for ever. What happens then is fireTimer's hold deadline.
 */
export async function guardUnanswered(tx: Transaction, i: Interaction): Promise<void> {
    if (i.routingState !== 'assigned' || i.waitingSince === null) {
        await clearTimer(tx, 'hold_deadline', i.id);
        return;
    }
    const queue = await readQueueSettings(tx, i.queueId);
    const due = holdDeadline(i.waitingSince, holdSettings(queue));
    await setTimer(tx, 'hold_deadline', i.id, due);
}

export const holdSettings = (queue: Queue) => ({
    length: queue.holdFor,
    mode: queue.holdMode,
    queueHours: queue.openingHours,
});
