import { SEARCHED_CHARACTERS, searchVector } from '../core/search/searchVector.ts';
import { saveIndexed, takeUnindexed } from '../storage/search/searchIndex.ts';
import type { Store } from '../storage/transaction.ts';

const BATCH = 200;

/**
 * E10: makes what was stored findable. The queue's row is written with the message, so that nothing is forgotten
 * whatever crashes; one batch is one transaction, so that what is there from before the index is indexed bit by bit.
 *
 * @returns whether there may be more
 */
export const indexMessages = (store: Store, limit = BATCH): Promise<boolean> =>
    store.transaction('indexMessages', async (tx) => {
        const { taken, messages } = await takeUnindexed(tx, limit, SEARCHED_CHARACTERS);
        if (messages.length > 0)
            await saveIndexed(
                tx,
                messages.map((message) => ({ ...message, words: searchVector(message) })),
            );
        return taken === limit;
    });
