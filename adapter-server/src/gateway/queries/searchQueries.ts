import { listSavedSearches } from '../../queries/search/savedSearches.ts';
import { searchInteractions } from '../../queries/search/searchInteractions.ts';
import { presentSearch } from '../presenters/search.ts';
import type { QueryHandlers } from './queryHandlers.ts';

export const searchQueries: Pick<QueryHandlers, 'searchInteractions' | 'listSavedSearches'> = {
    async searchInteractions({ tx, viewer, now }, { query, cursor, limit }) {
        const answer = await searchInteractions(tx, viewer, { query, cursor: cursor ?? null, limit });
        return presentSearch(answer, { names: answer.names, viewer, now });
    },
    async listSavedSearches({ tx, viewer }) {
        return { items: await listSavedSearches(tx, viewer.agentId) };
    },
};
