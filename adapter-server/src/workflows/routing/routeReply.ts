import { decideReply, type OriginalAgent } from '../../core/policies/originalAgentHold.ts';
import { derivePresence } from '../../core/policies/presence.ts';
import { lockAgentsForRouting, type AgentOnChannel } from '../../storage/agents.ts';
import type { Interaction } from '../../storage/interactions.ts';
import type { RoutingDecisionRecord } from '../../core/routing/decisionRecord.ts';
import { settingsOfQueue } from '../../storage/centerSettings.ts';
import { membershipOf, readQueueSettings } from '../../storage/queues.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { enterQueue, holdFor, holdSettings, offerTo } from './place.ts';
import { queueRecord } from './queueRecord.ts';

/**
 * E4 for one interaction that waits and that nobody has: asks the policy about the original agent as they are now,
 * under their lock, and does what it says. Called when a reply arrives, and again whenever an answer may differ.
 */
export async function routeReply(tx: Transaction, i: Interaction): Promise<void> {
    const agentId = belongsTo(i);
    // Only what is held for somebody has a deadline, which must not be made of settings that are just changing.
    const queue =
        agentId === null ? await settingsOfQueue(tx, i.queueId) : await readQueueSettings(tx, i.queueId);
    const agent = agentId === null ? undefined : (await lockAgentsForRouting(tx, [agentId], i.channel))[0];
    const inQueue = agent ? (await membershipOf(tx, i.queueId, agent.id)) !== null : false;
    const decision = decideReply({
        now: tx.now,
        oldestWaitingReplyAt: i.waitingSince ?? tx.now,
        original: agent ? originalAgentFacts(i, agent, inQueue) : null,
        settings: holdSettings(queue),
        refused: i.holdRefused,
    });
    switch (decision.action) {
        case 'offer':
            await offerTo(tx, i, queue, {
                agentId: decision.agentId,
                toOriginal: true,
                decision: {
                    kind: i.pendingBy === null ? 'offered_original' : 'returned_followup',
                    agentId: decision.agentId,
                },
            });
            return;
        case 'hold':
            if (isSameHold(i, decision)) return;
            await holdFor(tx, i, decision);
            return;
        case 'queue':
            await enterQueue(
                tx,
                i,
                releaseRecord(tx, i, decision.because) ?? (await queueRecord(tx, queue, i)),
            );
    }
}

/** A due follow-up is for whoever set it (E8), a reply for its original agent (E4). */
const belongsTo = (i: Interaction): number | null => i.pendingBy ?? i.originalAgentId;

/** Held already for the same agent, reason and time: nothing to journal. */
const isSameHold = (i: Interaction, hold: { agentId: number; reason: string; until: number }): boolean =>
    i.routingState === 'held' &&
    i.heldFor === hold.agentId &&
    i.holdReason === hold.reason &&
    i.holdUntil === hold.until;

function releaseRecord(
    tx: Transaction,
    i: Interaction,
    because: 'no_original_agent' | 'agent_disabled' | 'agent_left_queue' | 'deadline_passed',
): RoutingDecisionRecord | null {
    const agentId = belongsTo(i);
    if (agentId === null) return null;
    switch (because) {
        case 'no_original_agent':
            return null;
        case 'agent_disabled':
            return { kind: 'released_disabled', agentId, queueId: i.queueId };
        case 'agent_left_queue':
            return { kind: 'released_left_queue', agentId, queueId: i.queueId };
        case 'deadline_passed':
            return {
                kind: 'released_deadline',
                agentId,
                queueId: i.queueId,
                heldFor: tx.now - (i.waitingSince ?? tx.now),
            };
    }
}

/** The interaction's own slot does not make its agent Busy for it. */
export function originalAgentFacts(i: Interaction, agent: AgentOnChannel, inQueue: boolean): OriginalAgent {
    const ownSlot = i.agentId === agent.id ? 1 : 0;
    return {
        agentId: agent.id,
        enabled: agent.enabled,
        inQueue,
        withinWorkingHours: agent.withinHours,
        presence: derivePresence({
            chosen: agent.chosenStatus,
            connected: agent.connected,
            withinWorkingHours: true,
            load: agent.load - ownSlot,
            capacity: agent.capacity,
            blockedByCall: false,
        }),
    };
}
