import { decidePauseReasons } from '../core/policies/pauseReason.ts';
import { agentsOnline } from '../storage/agents.ts';
import { savePauseReasons } from '../storage/organization.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, refuseBy, type Actor, type Outcome } from './outcome.ts';

/** R7. Who is paused for a reason that is taken off stays so; what was is history. */
export async function setPauseReasons(
    tx: Transaction,
    _actor: Actor,
    { reasons, required }: { reasons: readonly string[]; required: boolean },
): Promise<Outcome<Record<string, never>>> {
    const decision = decidePauseReasons(reasons);
    if (!decision.allowed) return refuseBy(decision);
    await savePauseReasons(
        tx,
        reasons.map((reason) => reason.trim()),
        required,
    );
    // Their status menus offer the new ones at once.
    for (const agentId of await agentsOnline(tx)) tx.tell(agentId, 'me_changed');
    return done({});
}
