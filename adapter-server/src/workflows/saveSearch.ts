import {
    countOtherSavedSearches,
    removeSavedSearch as remove,
    saveSavedSearch,
} from '../storage/search/savedSearches.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';

/** More than a list shows at a glance. */
const MOST_SAVED = 50;

/** A search that an agent keeps for themself; one of the same name is replaced. */
export async function saveSearch(
    tx: Transaction,
    actor: Actor,
    { name, query }: { name: string; query: string },
): Promise<Outcome<{ savedSearchId: number }>> {
    if ((await countOtherSavedSearches(tx, actor.agentId, name)) >= MOST_SAVED)
        return refuse(`You have ${MOST_SAVED} saved searches already.`, 'Remove one first.');
    return done({ savedSearchId: await saveSavedSearch(tx, actor.agentId, name, query) });
}

export async function removeSavedSearch(
    tx: Transaction,
    actor: Actor,
    { savedSearchId }: { savedSearchId: number },
): Promise<Outcome<Record<string, never>>> {
    return (await remove(tx, actor.agentId, savedSearchId)) ? done({}) : notFound('This saved search');
}
