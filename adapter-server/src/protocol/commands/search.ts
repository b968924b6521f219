import { z } from 'zod';
import { id } from '../primitives.ts';
import { searchText } from '../queries/search.ts';
import { done } from './shared.ts';

/** Searches that an agent keeps for themself. */
export const SEARCH_COMMANDS = {
    saveSearch: {
        args: z.object({
            /** One of the same name is replaced. */
            name: z.string().trim().min(1, 'Give it a name first.').max(60),
            query: searchText.trim().min(1, 'Write what to look for first.'),
        }),
        result: z.object({ savedSearchId: id }),
    },
    removeSavedSearch: { args: z.object({ savedSearchId: id }), result: done },
} as const;
