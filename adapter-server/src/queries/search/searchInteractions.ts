import { mayRead } from '../../core/policies/visibility.ts';
import { onlyNumber, parseSearch } from '../../core/search/parseSearch.ts';
import type { SearchTerm } from '../../core/search/searchTerms.ts';
import { followMerges } from '../../storage/merges.ts';
import { interactionAccess } from '../../storage/reads/access.ts';
import { summariesByIds } from '../../storage/reads/summaries.ts';
import { momentOfMessage, newestMessageOf, readHits, type HitRow } from '../../storage/search/searchHits.ts';
import { planSearches, searchBounds, type SearchFilter } from '../../storage/search/searchReads.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { namedIn, readNames, type Names } from '../names.ts';
import type { SummaryRow } from '../summaries.ts';
import { sightOf, type Viewer } from '../viewer.ts';
import { findMessages } from './findMessages.ts';
import { resolveSearch } from './resolveSearch.ts';

export type { HitRow };
export interface SearchAnswer {
    readonly terms: readonly SearchTerm[];
    readonly problems: ReadonlyMap<number, string>;
    readonly hits: { readonly summary: SummaryRow; readonly hit: HitRow }[];
    /** Where the next page goes on; null where all was looked at. */
    readonly next: string | null;
    /** Found too little, and has not looked at everything: how far back it looked. */
    readonly lookedBackTo: number | null;
    readonly names: Names;
}
/** Mails that were stored at the same time may have their ids the other way round. */
const AT_THE_SAME_TIME = 256;
type On = Pick<Transaction, 'run'>;

/** E10. Only what `viewer` may read is found: the statements themselves leave out the rest (L4). */
export async function searchInteractions(
    on: On,
    viewer: Viewer,
    args: { readonly query: string; readonly cursor: string | null; readonly limit: number },
): Promise<SearchAnswer> {
    const terms = parseSearch(args.query);
    const { filter, problems } = await resolveSearch(on, viewer, terms);
    const page = { terms, problems, lookedBackTo: null, next: null };
    if (terms.length === 0 || problems.size > 0) return answer(on, page, []);
    const number = onlyNumber(terms);
    const named = number === null || args.cursor !== null ? [] : await byNumber(on, viewer, number);
    if (!viewer.permissions.includes('email_search') || (filter.interactions !== null && number !== null))
        return answer(on, page, named);

    await planSearches(on);
    const bounds = await searchBounds(on, filter.from, filter.to);
    const cursor = /^(\d{1,10})-(\d{1,10})$/.exec(args.cursor ?? '');
    const ceiling = cursor ? Math.min(Number(cursor[2]), bounds.newest) : bounds.newest;
    const below = Math.min(
        cursor ? Number(cursor[1]) : ceiling + 1,
        (bounds.last ?? 0) + AT_THE_SAME_TIME,
        ceiling + 1,
    );
    const above = Math.max(0, (bounds.first ?? bounds.newest + 1) - AT_THE_SAME_TIME);
    const whole: SearchFilter = { ...filter, sight: sightOf(viewer), ceiling };
    const found = await findMessages(
        on,
        whole,
        { below, above },
        {
            limit: args.limit,
            hasWords: terms.some(({ meaning, negated }) => meaning.kind === 'words' && !negated),
            narrow:
                viewer.role !== 'admin' ||
                filter.agents !== null ||
                filter.queues !== null ||
                filter.tags !== null ||
                filter.interactions !== null,
        },
    );
    const { messageIds, lookedDownTo } = found;
    const next = lookedDownTo === null ? null : `${lookedDownTo}-${ceiling}`;
    const stopped = lookedDownTo !== null && messageIds.length < args.limit;
    const lookedBackTo = stopped ? await momentOfMessage(on, lookedDownTo) : null;
    return answer(on, { ...page, next, lookedBackTo }, [...named, ...messageIds]);
}

/** Of the interaction of this number, or the one it was merged into. */
async function byNumber(on: On, viewer: Viewer, number: number): Promise<number[]> {
    const id = await followMerges(on, number);
    const [facts] = await interactionAccess(on, [id]);
    if (!facts || !mayRead(facts, viewer).allowed) return [];
    const message = await newestMessageOf(on, id);
    return message === null ? [] : [message];
}

async function answer(
    on: On,
    page: Omit<SearchAnswer, 'hits' | 'names'>,
    messageIds: readonly number[],
): Promise<SearchAnswer> {
    const rows = new Map((await readHits(on, messageIds)).map((row) => [row.messageId, row]));
    const summaries = new Map(
        (
            await summariesByIds(on, [
                ...new Set([...rows.values()].map(({ interactionId }) => interactionId)),
            ])
        ).map((summary) => [summary.id, summary]),
    );
    const hits = [...new Set(messageIds)].flatMap((id) => {
        const hit = rows.get(id);
        const summary = hit && summaries.get(hit.interactionId);
        return hit && summary ? [{ hit, summary }] : [];
    });
    return { ...page, hits, names: await readNames(on, namedIn([...summaries.values()])) };
}
