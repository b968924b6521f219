import SavedSearches from 'c/patchbaySavedSearches';
import SearchResults from 'c/patchbaySearchResults';
import type { SearchHitView, SearchTermView } from 'c/patchbayProtocol';
import type { GalleryEntry } from 'host/galleryEntry';
import { interaction } from './interactions';
import { hours, minutes, now } from './people';

const plain = (text: string) => ({ text, hit: false });
const found = (text: string) => ({ text, hit: true });
const hit = (id: number, part: Partial<SearchHitView> = {}): SearchHitView => ({
    summary: interaction(id, { status: id % 2 === 0 ? 'closed' : 'open' }),
    messageId: id,
    at: now - hours(id) + minutes(4),
    direction: 'inbound',
    from: [plain('Maria Gonzalez <maria.gonzalez@example.com>')],
    subject: [plain('Where is my '), found('title'), plain(' document?')],
    line: [
        plain('… the form two weeks ago; the '),
        found('title'),
        plain(' has not come, and nobody called.'),
    ],
    file: null,
    ...part,
});
const items = [
    hit(1),
    hit(2, { direction: 'outbound', from: [plain('Example Support <support@example.com>')] }),
    hit(3, {
        subject: [
            plain('An unusually long subject that goes on about the '),
            found('title'),
            plain(' for ever'),
        ],
        line: [plain('<b onclick="alert(1)">'), found('title'), plain(`</b> ${'word'.repeat(60)}`)],
        file: [found('title'), plain('-deed-scan.pdf')],
    }),
];
const term = (text: string, kind: SearchTermView['kind'], problem: string | null = null): SearchTermView => ({
    text,
    start: 0,
    end: text.length,
    kind,
    negated: false,
    problem,
});
const terms = [term('status:open', 'status'), term('after:2026-01-01', 'date')];
const saved = [
    { id: 1, name: 'Mine, open', query: 'agent:me status:open' },
    { id: 2, name: 'Refunds this year', query: 'refund after:2026-01-01 has:attachment' },
];

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
    entry('search-found', 'Search: found', SearchResults, { items, terms, more: true, currentId: 2 }),
    entry('search-loading', 'Search: searching', SearchResults, { loading: true, terms }),
    entry('search-empty', 'Search: nothing found', SearchResults, { terms }),
    entry('search-partial', 'Search: looked back so far', SearchResults, {
        items: items.slice(0, 1),
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
    entry('search-start', 'Search: saved, and how to', SavedSearches, { saved, permitted: true }),
    entry('search-number', 'Search: without the permission', SavedSearches, { permitted: false }),
];
