import { connectionLost, connectionLostAt } from '../core/policies/connectionGrace.ts';
import { lockWorkOf } from '../storage/agentAdministration.ts';
import { lockAgent, saveConnected, saveStatus, type Agent } from '../storage/agents.ts';
import { closeConnection, connectionsOf, forgetConnections, openConnection } from '../storage/connections.ts';
import { forgiveRefusals, includeAgainInLines, lockUnansweredOf } from '../storage/inboxes.ts';
import { readOrganization } from '../storage/organization.ts';
import { ringingOffersFor } from '../storage/offers.ts';
import { revokeSession } from '../storage/sessions.ts';
import { clearTimer, setTimer } from '../storage/timers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { endRingingOffer } from './endRingingOffer.ts';
import { guardUnanswered } from './routing/place.ts';
import { readQueue } from '../storage/queues.ts';
import { holdDeadline } from '../core/policies/originalAgentHold.ts';
import { holdSettings } from './routing/place.ts';

/** R5: presence is the server's. These are the only places that make an agent connected or Logged Out. */

export interface OpenedConnection {
    readonly connectionId: string;
    readonly processId: string;
    readonly sessionId: number;
    readonly agentId: number;
}

/** A tab came (back). Within the grace nothing changes; after it the agent's own status returns. */
export async function openAgentConnection(tx: Transaction, opened: OpenedConnection): Promise<void> {
    const agent = await lockAgent(tx, opened.agentId);
    if (!agent) return;
    await openConnection(tx, opened.connectionId, opened.processId, opened.sessionId, opened.agentId);
    await clearTimer(tx, 'connection_grace', agent.id);
    await setTimer(tx, 'connection_grace', agent.id, connectionLostAt(tx.now, tx.now));
    if (agent.chosenStatus === 'logged_out') await signedIn(tx, agent);
    if (!agent.connected) await saveConnected(tx, agent.id, true);
    tx.signals.agents.add(agent.id);
}

async function signedIn(tx: Transaction, agent: Agent): Promise<void> {
    const organization = await readOrganization(tx);
    await includeAgainInLines(tx, agent.id);
    const status = agent.statusBeforeLogout ?? organization?.statusAtSignIn ?? 'available';
    await saveStatus(tx, agent.id, status, status === 'unavailable' ? agent.statusReason : null);
}

export async function closeAgentConnection(tx: Transaction, connectionId: string): Promise<void> {
    await closeConnection(tx, connectionId);
}

/** The agent chose to leave: no grace, this session is over. Their other sessions keep them here. */
export async function signOut(
    tx: Transaction,
    agentId: number,
    sessionId: number,
    connectionIds: readonly string[],
): Promise<void> {
    await revokeSession(tx, sessionId);
    for (const id of connectionIds) await closeConnection(tx, id);
    const { open } = await connectionsOf(tx, agentId);
    if (open === 0) await logOutAgent(tx, agentId, null);
}

/**
 * Looks whether the grace is over. The timer is not moved by every heartbeat: it fires now and then and re-arms
 * itself from when the agent was last heard of.
 */
export async function checkConnectionGrace(tx: Transaction, agentId: number): Promise<void> {
    if ((await connectionsOf(tx, agentId)).open === 0) await lockWorkOf(tx, agentId, null);
    const agent = await lockAgent(tx, agentId);
    if (!agent || (agent.chosenStatus === 'logged_out' && !agent.connected)) return;
    // Only now: a tab that came meanwhile has waited for the agent's lock, or this has.
    const { open, lastSeen, serverUpSince } = await connectionsOf(tx, agentId);
    const seen = open > 0 ? tx.now : (lastSeen ?? 0);
    if (open === 0 && connectionLost(seen, tx.now, serverUpSince)) {
        const before = agent.chosenStatus === 'logged_out' ? null : agent.chosenStatus;
        await logOutAgent(tx, agentId, before);
        return;
    }
    await setTimer(
        tx,
        'connection_grace',
        agentId,
        Math.max(connectionLostAt(seen, serverUpSince), tx.now + 1),
    );
}

/**
 * Logged Out: what rings goes back to where it came from; what is in the inbox stays there, and what in it waits
 * longer than E4 allows is released. Their interactions are locked before the agent.
 */
export async function logOutAgent(
    tx: Transaction,
    agentId: number,
    statusBeforeLogout: 'available' | 'unavailable' | null,
): Promise<void> {
    await lockWorkOf(tx, agentId, null);
    const agent = await lockAgent(tx, agentId);
    if (!agent) return;
    if (agent.chosenStatus !== 'logged_out')
        await saveStatus(
            tx,
            agentId,
            'logged_out',
            statusBeforeLogout === 'unavailable' ? agent.statusReason : null,
            statusBeforeLogout,
        );
    if (agent.connected) await saveConnected(tx, agentId, false);
    await forgetConnections(tx, agentId, tx.now - 60_000);
    await clearTimer(tx, 'connection_grace', agentId);
    await forgiveRefusals(tx, agentId);
    // What is held for them says why anew.
    tx.signals.agents.add(agentId);
    for (const offer of await ringingOffersFor(tx, agentId)) await endRingingOffer(tx, offer.id, 'withdrawn');
    for (const i of await lockUnansweredOf(tx, agentId)) {
        const queue = await readQueue(tx, i.queueId);
        const deadline = holdDeadline(i.waitingSince ?? tx.now, holdSettings(queue));
        await guardUnanswered(tx, i);
        if (deadline <= tx.now) await setTimer(tx, 'hold_deadline', i.id, tx.now);
    }
}
