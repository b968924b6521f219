import { decidePauseReason } from '../core/policies/pauseReason.ts';
import { lockWorkOf } from '../storage/agentAdministration.ts';
import { lockAgent, readAgent, saveStatus } from '../storage/agents.ts';
import { forgiveRefusals, includeAgainInLines } from '../storage/inboxes.ts';
import { ringingOffersFor } from '../storage/offers.ts';
import { pauseReasonSettings, readOrganization } from '../storage/organization.ts';
import type { Transaction } from '../storage/transaction.ts';
import { endRingingOffer } from './endRingingOffer.ts';
import { done, notFound, refuseBy, type Actor, type Outcome } from './outcome.ts';

/** The agent chooses Available or Unavailable. Unavailable takes back what rings; the work they have stays theirs. */
export async function setStatus(
    tx: Transaction,
    actor: Actor,
    { status, reason }: { status: 'available' | 'unavailable'; reason?: string | null | undefined },
): Promise<Outcome<Record<string, never>>> {
    const decision = decidePauseReason(
        status,
        reason || null,
        pauseReasonSettings(await readOrganization(tx)),
        ((await readAgent(tx, actor.agentId))?.permissions ?? []).includes('pause_reasons'),
    );
    if (!decision.allowed) return refuseBy(decision);
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
