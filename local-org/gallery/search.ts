import SavedSearches from 'c/patchbaySavedSearches';
import SearchResults from 'c/patchbaySearchResults';
import type { GalleryEntry } from 'host/galleryEntry';
import { hits, savedSearches, term, terms } from './found';
import { hours, now } from './people';

const entry = (
    name: string,
    title: string,
    component: unknown,
    props: Record<string, unknown>,
): GalleryEntry => ({
    name,
    title,
    component: component as GalleryEntry['component'],
    props,
    width: 320,
});

/** States of the search, as the pictures show them. */
export const searchEntries: readonly GalleryEntry[] = [
    entry('search-found', 'Search: found', SearchResults, { items: hits, terms, more: true, currentId: 2 }),
    entry('search-loading', 'Search: searching', SearchResults, { loading: true, terms }),
    entry('search-empty', 'Search: nothing found', SearchResults, { terms }),
    entry('search-partial', 'Search: looked back so far', SearchResults, {
        items: hits.slice(0, 1),
        more: true,
        lookedBackTo: now - hours(2_000),
        zone: 'Europe/Vienna',
    }),
    entry('search-wrong', 'Search: a filter that cannot be', SearchResults, {
        terms: [term('agent:nobody', 'agent', 'Nobody is called “nobody”.')],
    }),
    entry('search-failed', 'Search: failed', SearchResults, {
        problem: { message: 'The server could not do this.', nextStep: 'Try again in a moment.' },
    }),
    entry('search-start', 'Search: saved, and how to', SavedSearches, {
        saved: savedSearches,
        permitted: true,
    }),
    entry('search-number', 'Search: without the permission', SavedSearches, { permitted: false }),
];
