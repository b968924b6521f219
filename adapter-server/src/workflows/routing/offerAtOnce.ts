import { lockFreeAgent } from '../../storage/agents.ts';
import { settingsOfQueue } from '../../storage/centerSettings.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { reserveOfferIds } from '../../storage/offers.ts';
import { takeLineAlone } from '../../storage/routing.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { offerWaiting } from './offerWaiting.ts';
import { candidatesAsked } from './queueRecord.ts';

/**
 * A lone arrival rings with the commit that stores it: where nobody else waits in its line, nobody drains that, and the
 * agent whose turn it is is being given nothing else. It waits for none of these; otherwise the drain that the commit
 * wakes has it. Called last in a transaction, which keeps the line and the agent locked until its end.
 */
export async function offerAtOnce(tx: Transaction, i: Interaction): Promise<void> {
    if (i.routingState !== 'queued') return;
    const queue = await settingsOfQueue(tx, i.queueId);
    const candidates = await candidatesAsked(tx, i.queueId, i.channel);
    if (!queue.isOpen || (candidates[0]?.lineLength ?? 0) > 0) return;
    const next = candidates.find((agent) => i.requiredSkills.every((skill) => agent.skills.includes(skill)));
    if (!next) return;
    const [isAlone, agents, offerIds] = await Promise.all([
        takeLineAlone(tx, i),
        lockFreeAgent(tx, next.agentId, i.channel),
        reserveOfferIds(tx, 1),
    ]);
    if (!isAlone) return;
    const offered = await offerWaiting(tx, {
        queue,
        channel: i.channel,
        waiting: [i],
        whole: () => Promise.resolve(new Map([[i.id, i]])),
        candidates,
        agents,
        offerIds,
    });
    // Nothing is left in its line for the drain that its arrival asked for.
    if (offered > 0) tx.signals.queues.delete(i.queueId);
}
