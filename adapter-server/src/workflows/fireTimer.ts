import { lockInteraction, saveInteraction, type Interaction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { notify } from '../storage/people.ts';
import { claimTimer, takeTimer, type Timer } from '../storage/timers.ts';
import type { Store, Transaction } from '../storage/transaction.ts';
import { readAgentOnChannel } from '../storage/agents.ts';
import { checkAgentHours, checkQueueHours } from './checkHours.ts';
import { checkConnectionGrace } from './agentConnections.ts';
import { endRingingOffer } from './endRingingOffer.ts';
import { enterQueue, guardUnanswered, letRest } from './routing/place.ts';
import { routeHeld } from './routing/routeTransfer.ts';
import { originalAgentFacts, routeReply } from './routing/routeReply.ts';
import { readOffer } from '../storage/offers.ts';
import { recomputeTargets } from './targets/keepTargets.ts';
import { walkTargets } from './targets/walkTargets.ts';

/**
 * Does what a due timer is for, in one transaction that also removes it: once, whatever crashes when. The timer says
 * only "look now"; what to do is asked of the policies with the facts as they are.
 */
export async function fireTimer(store: Store, timer: Timer): Promise<void> {
    await store.transaction(`fireTimer:${timer.kind}`, async (tx) => {
        if (!(await claimTimer(tx, timer))) return;
        switch (timer.kind) {
            case 'offer_expiry':
                return offerExpired(tx, timer);
            case 'hold_deadline':
                return onInteraction(tx, timer, holdEnded);
            case 'follow_up':
                return onInteraction(tx, timer, followUpDue);
            case 'wrap_up':
                return onInteraction(tx, timer, wrapUpEnded);
            case 'agent_hours':
                if (await takeTimer(tx, timer.kind, timer.subjectId))
                    await checkAgentHours(tx, timer.subjectId);
                return;
            case 'queue_hours':
                if (await takeTimer(tx, timer.kind, timer.subjectId))
                    await checkQueueHours(tx, timer.subjectId);
                return;
            case 'connection_grace':
                if (await takeTimer(tx, timer.kind, timer.subjectId))
                    await checkConnectionGrace(tx, timer.subjectId);
                return;
            case 'service_target':
                return onInteraction(tx, timer, (_tx, i) => recomputeTargets(tx, [i], 'timer'));
            case 'queue_targets':
                return walkTargets(tx, timer.subjectId);
        }
    });
}

/** The interaction's lock before the timer's row: the order that every workflow keeps. */
async function onInteraction(
    tx: Transaction,
    timer: Timer,
    effect: (tx: Transaction, i: Interaction) => Promise<void>,
): Promise<void> {
    const i = await lockInteraction(tx, timer.subjectId);
    if (!(await takeTimer(tx, timer.kind, timer.subjectId)) || !i) return;
    await effect(tx, i);
}

async function offerExpired(tx: Transaction, timer: Timer): Promise<void> {
    const offer = await readOffer(tx, timer.subjectId);
    if (offer) await lockInteraction(tx, offer.interactionId);
    if (!(await takeTimer(tx, timer.kind, timer.subjectId))) return;
    await endRingingOffer(tx, timer.subjectId, 'missed');
}

/**
 * E4's deadline. Held: the policy decides, which at the deadline means the queue. In the inbox of somebody who is
 * Logged Out: released, too. In the inbox of somebody who is here: it stays; logging out asks again.
 */
async function holdEnded(tx: Transaction, i: Interaction): Promise<void> {
    if (i.routingState === 'held') return routeHeld(tx, i);
    if (i.routingState !== 'assigned' || i.agentId === null || i.waitingSince === null) return;
    const owner = await readAgentOnChannel(tx, i.agentId, i.channel);
    if (!owner || originalAgentFacts(i, owner, true).presence !== 'logged_out') return;
    await enterQueue(tx, i, {
        kind: 'released_deadline',
        agentId: owner.id,
        queueId: i.queueId,
        heldFor: tx.now - i.waitingSince,
    });
}

/** E8: "Pending … returns to its agent then (E4 applies if they are away)". */
async function followUpDue(tx: Transaction, i: Interaction): Promise<void> {
    if (i.status !== 'pending' || i.followUpAt === null) return;
    const dueAt = i.followUpAt;
    i.status = 'open';
    i.followUpAt = null;
    i.unread = true;
    await record(tx, i, { kind: 'follow_up_due' });
    const whom = i.agentId ?? i.pendingBy ?? i.originalAgentId;
    if (whom !== null) await notify(tx, whom, 'follow_up', `Follow-up due: "${i.subject}".`, i.id);
    i.waitingSince ??= dueAt;
    if (i.routingState === 'assigned') {
        // Seen by its agent there; E4's deadline is for one who does not come back.
        await guardUnanswered(tx, i);
    } else if (i.routingState === 'idle') {
        // As a reply that arrived when the follow-up was due: E4 decides.
        await routeReply(tx, i);
    }
    await saveInteraction(tx, i);
}

/** E9: a queue may limit wrap-up; then the interaction leaves the inbox by itself. */
async function wrapUpEnded(tx: Transaction, i: Interaction): Promise<void> {
    if (i.wrapUpSince === null || i.routingState !== 'assigned' || i.agentId === null) return;
    await letRest(tx, i, { kind: 'wrap_up_ended', data: { agentId: i.agentId } });
}
