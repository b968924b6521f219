import { z } from 'zod';
import { id, instant } from '../primitives.ts';
import { searchHitView, searchTermView } from '../views/search.ts';

/** As typed: `from:ana@example.com status:open "exact words" begin*`. */
export const searchText = z.string().max(500, 'Look for less: 500 characters at most.');

export const SEARCH_QUERIES = {
    /** One hit an interaction, at its newest message that fits; the newest first. */
    searchInteractions: {
        args: z.object({
            query: searchText,
            /** `next` of the page before. */
            cursor: z.string().max(40).nullish(),
            limit: z.int().min(1).max(100).default(50),
        }),
        result: z.object({
            /** How the query was understood, in its order. One with a problem leaves the list empty. */
            terms: z.array(searchTermView),
            items: z.array(searchHitView),
            /** Null where there is nothing more. */
            next: z.string().nullable(),
            /** Where it found too little and has not looked at everything: how far back it looked. */
            lookedBackTo: instant.nullable(),
        }),
    },
    listSavedSearches: {
        args: z.object({}),
        result: z.object({ items: z.array(z.object({ id, name: z.string(), query: z.string() })) }),
    },
} as const;
