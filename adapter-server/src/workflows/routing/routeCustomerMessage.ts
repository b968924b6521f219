import { readAgentOnChannel } from '../../storage/agents.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { record } from '../../storage/journal.ts';
import { notify } from '../../storage/people.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { endWrapUp, guardUnanswered } from './place.ts';
import { originalAgentFacts, routeReply } from './routeReply.ts';

/** Where an interaction goes when the customer wrote: its `waitingSince` is set, its lock is held. */
export async function routeCustomerMessage(tx: Transaction, i: Interaction): Promise<void> {
    switch (i.routingState) {
        case 'idle':
            await routeReply(tx, i);
            return;
        case 'queued':
        case 'held':
        case 'offered':
            // It is on its way already; its place or deadline is that of the oldest waiting message.
            tellOwner(tx, i);
            return;
        case 'assigned':
            await routeToOwner(tx, i);
    }
}

/**
 * In an inbox: its agent sees the new message there. Only where the agent is the original agent and away does E4
 * hold it: then it is offered again when they return, or goes to the queue at the deadline.
 */
async function routeToOwner(tx: Transaction, i: Interaction): Promise<void> {
    const ownerId = i.agentId;
    const owner = ownerId === null ? null : await readAgentOnChannel(tx, ownerId, i.channel);
    if (!owner) return;
    const facts = originalAgentFacts(i, owner, true);
    const present = facts.withinWorkingHours && (facts.presence === 'available' || facts.presence === 'busy');
    if (!present && owner.id === i.originalAgentId) {
        await routeReply(tx, i);
        return;
    }
    // A customer who answers during wrap-up takes it back to work.
    await endWrapUp(tx, i);
    i.why = { kind: 'reply_to_owner', agentId: owner.id };
    await record(tx, i, { kind: 'reply_to_owner', data: { agentId: owner.id } });
    await notify(tx, owner.id, 'reply', `New message on "${i.subject}".`, i.id);
    await guardUnanswered(tx, i);
    tellOwner(tx, i);
}

function tellOwner(tx: Transaction, i: Interaction): void {
    const whom = i.agentId ?? i.heldFor;
    if (whom !== null) tx.tell(whom, 'interaction_changed', { interactionId: i.id });
}
