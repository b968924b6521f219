import type { Channel } from '../core/vocabulary.ts';
import { saveHiddenCounters } from '../storage/preferences.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, type Actor, type Outcome } from './outcome.ts';

/** R7: "counters of what waits … (calls, email, chat; each can be hidden)". */
export async function setHiddenCounters(
    tx: Transaction,
    actor: Actor,
    { channels }: { channels: readonly Channel[] },
): Promise<Outcome<Record<string, never>>> {
    await saveHiddenCounters(tx, actor.agentId, [...new Set(channels)]);
    tx.tell(actor.agentId, 'me_changed');
    return done({});
}
