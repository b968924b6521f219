import {
    decideReturn,
    decideWaitingTransfer,
    type Receiver,
    type WaitingDecision,
} from '../../core/policies/transfer.ts';
import type { NotTaken } from '../../core/routing/decisionRecord.ts';
import { agentName, lockAgentsForRouting, type AgentOnChannel } from '../../storage/agents.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { notify } from '../../storage/people.ts';
import { readQueueSettings } from '../../storage/queues.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { assignTo, enterQueue, holdFor, holdSettings, offerTo } from './place.ts';
import { originalAgentFacts, routeReply } from './routeReply.ts';

/** What is held waits for its original agent (E4), for whom a follow-up was promised by (E8), or for a transfer's receiver. */
export const routeHeld = (tx: Transaction, i: Interaction): Promise<void> =>
    i.transferredTo === null ? routeReply(tx, i) : routeTransfer(tx, i);

/** E10 for a transfer that waits for its receiver: asked anew whenever they may be free, and at the deadline. */
export async function routeTransfer(tx: Transaction, i: Interaction): Promise<void> {
    const { transferredBy: byAgentId, transferredTo: agentId } = i;
    if (byAgentId === null || agentId === null) return;
    const { decision, queue } = await decide(tx, i, agentId);
    switch (decision.action) {
        case 'offer':
            return offerTo(tx, i, queue, {
                agentId,
                toOriginal: false,
                decision: { kind: 'transfer_offered', agentId, byAgentId },
            });
        case 'hold': {
            const { reason, until } = decision;
            if (i.heldFor === agentId && i.holdReason === reason && i.holdUntil === until) return;
            return holdFor(
                tx,
                i,
                { agentId, reason, until },
                { kind: 'transfer_held', agentId, byAgentId, reason, until, queueId: i.queueId },
            );
        }
        case 'return':
            return returnTransfer(tx, i, 'disabled');
        case 'queue':
            return enterQueue(tx, i, {
                kind: 'released_deadline',
                agentId,
                queueId: i.queueId,
                heldFor: decision.waited,
            });
    }
}

/** Whether it may go on ringing at its receiver, who has just paused. */
export async function stillReaches(tx: Transaction, i: Interaction): Promise<boolean> {
    return i.transferredTo !== null && (await decide(tx, i, i.transferredTo)).decision.action === 'offer';
}

/** In id order, as everybody locks them: one's slot is freed and the other's taken. */
export const lockBoth = (tx: Transaction, i: Interaction): Promise<AgentOnChannel[]> =>
    lockAgentsForRouting(
        tx,
        [i.transferredBy, i.transferredTo].filter((id) => id !== null),
        i.channel,
    );

/** Nobody took it: back to who transferred it, who is told why. The caller has taken it from its receiver. */
export async function returnTransfer(tx: Transaction, i: Interaction, because: NotTaken): Promise<void> {
    const { transferredBy: giverId, transferredTo: receiverAgentId } = i;
    if (giverId === null || receiverAgentId === null) return;
    const agents = await lockBoth(tx, i);
    const giver = agents.find((agent) => agent.id === giverId);
    const receiver = agents.find((agent) => agent.id === receiverAgentId);
    const onItsWayBack = giverId === receiverAgentId;
    const where = decideReturn(giver ? giverFacts(i, giver) : null, onItsWayBack);
    if (!onItsWayBack) {
        const who = receiver ? agentName(receiver) : 'Its receiver';
        await notify(
            tx,
            giverId,
            'transfer',
            `${who} ${WHY[because]} "${i.subject}": ${WHERE[where]}.`,
            i.id,
        );
    }
    switch (where) {
        case 'assign':
            if (i.status === 'new') i.status = 'open';
            i.unread = true;
            return assignTo(tx, i, giverId, {
                kind: 'transfer_returned',
                agentId: giverId,
                receiverAgentId,
                because,
            });
        case 'hold_busy':
        case 'hold_logged_out':
            i.transferredTo = giverId;
            return routeTransfer(tx, i);
        case 'queue':
            // Nor offered straight back to the giver, who has just declined it, too.
            if (onItsWayBack && because === 'declined') i.declinedBy = [...i.declinedBy, giverId];
            return enterQueue(tx, i, {
                kind: 'requeued',
                queueId: i.queueId,
                queuedAt: i.waitingSince ?? tx.now,
            });
    }
}

const WHY: Readonly<Record<NotTaken, string>> = {
    declined: 'declined',
    missed: 'missed',
    away: 'went away before taking',
    disabled: 'can no longer take',
};
const WHERE = {
    assign: 'it is back with you',
    hold_busy: 'it waits until you have room',
    hold_logged_out: 'it waits until you are back',
    queue: 'it is back in its queue',
} as const;

async function decide(tx: Transaction, i: Interaction, agentId: number) {
    const queue = await readQueueSettings(tx, i.queueId);
    const receiver = (await lockBoth(tx, i)).find((agent) => agent.id === agentId);
    const decision: WaitingDecision = receiver
        ? decideWaitingTransfer({
              now: tx.now,
              receiver: receiverFacts(i, receiver),
              transferredAt: i.transferredAt ?? tx.now,
              oldestWaitingAt: i.waitingSince,
              settings: holdSettings(queue),
          })
        : { action: 'return' };
    return { decision, queue };
}

/** On its way back it reaches its giver while they are paused: it was their work, which they can always finish. */
export function receiverFacts(i: Interaction, agent: AgentOnChannel): Receiver {
    const { presence, enabled, withinWorkingHours } = originalAgentFacts(i, agent, true);
    return {
        name: agentName(agent),
        enabled,
        presence,
        withinWorkingHours,
        load: agent.load - (i.agentId === agent.id ? 1 : 0),
        capacity: agent.capacity,
        receivesWhilePaused:
            i.transferredBy === agent.id || agent.permissions.includes('receive_transfers_paused'),
    };
}

function giverFacts(i: Interaction, agent: AgentOnChannel) {
    const { presence, enabled } = originalAgentFacts(i, agent, true);
    return { enabled, loggedOut: presence === 'logged_out', load: agent.load, capacity: agent.capacity };
}
