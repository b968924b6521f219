import { lockWorkOf } from '../storage/agentAdministration.ts';
import { lockAgent, saveStatus } from '../storage/agents.ts';
import { forgiveRefusals, includeAgainInLines } from '../storage/inboxes.ts';
import { ringingOffersFor } from '../storage/offers.ts';
import { readOrganization } from '../storage/organization.ts';
import type { Transaction } from '../storage/transaction.ts';
import { endRingingOffer } from './endRingingOffer.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';

/** The agent chooses Available or Unavailable. Unavailable takes back what rings; the work they have stays theirs. */
export async function setStatus(
    tx: Transaction,
    actor: Actor,
    { status, reason }: { status: 'available' | 'unavailable'; reason?: string | null | undefined },
): Promise<Outcome<Record<string, never>>> {
    const organization = await readOrganization(tx);
    if (status === 'unavailable' && reason && !organization?.pauseReasons.includes(reason))
        return refuse(
            `"${reason}" is not one of the pause reasons.`,
            `Choose one of: ${organization?.pauseReasons.join(', ') ?? 'none'}.`,
        );
    // Interactions before the agent: the order that everybody keeps.
    await lockWorkOf(tx, actor.agentId, null);
    await forgiveRefusals(tx, actor.agentId);
    if (status === 'available') await includeAgainInLines(tx, actor.agentId);
    const agent = await lockAgent(tx, actor.agentId);
    if (!agent) return notFound('This agent');
    await saveStatus(tx, agent.id, status, status === 'unavailable' ? (reason ?? null) : null);
    // After the status: what rings goes back, and must not be offered to the same agent again.
    if (status === 'unavailable')
        for (const offer of await ringingOffersFor(tx, agent.id))
            await endRingingOffer(tx, offer.id, 'withdrawn');
    tx.signals.agents.add(agent.id);
    return done({});
}
