import { BLOCK, blockOf } from '../../core/search/searchVector.ts';
import { withinBlocks } from '../../core/search/searchQuery.ts';
import {
    candidateInteractions,
    searchWithin,
    searchWords,
    walkMessages,
    type SearchFilter,
    type SearchRange,
} from '../../storage/search/searchReads.ts';
import type { Transaction } from '../../storage/transaction.ts';

export interface FoundMessages {
    /** Newest first; at most the limit. */
    readonly messageIds: number[];
    /** Everything from here on was looked at; null: everything. */
    readonly lookedDownTo: number | null;
}

/** How many messages are read one by one before anything else is tried: 1 in 60 that fits fills a page. */
const WALKS = [400, 2_600] as const;
/** More interactions than these are not searched one by one. */
const FEW_INTERACTIONS = 4_000;
/** How many messages that say it one look into the index of words should fetch. */
const FETCHED_AT_ONCE = 8_000;
const MOST_BLOCKS_AT_ONCE = 400;
/** A search that found too little by then says how far it looked, and goes on when asked to. */
const MOST_LOOKS = 5;
const WIDEN_BY = 8;

/**
 * E10, newest first, at any number of messages (docs/decisions/0007). What is said often is found by reading the newest
 * messages; what only a few interactions may hold, in those; what is said rarely, by the index of words, the newest
 * blocks first. Which of the three is chosen by what the first few hundred messages were like.
 */
export async function findMessages(
    on: Pick<Transaction, 'run'>,
    filter: SearchFilter,
    range: SearchRange,
    { limit, hasWords, narrow }: { limit: number; hasWords: boolean; narrow: boolean },
): Promise<FoundMessages> {
    const found: number[] = [];
    let { below } = range;
    let seen = 0;
    let said = 0;
    const full = (): FoundMessages => ({
        messageIds: found.slice(0, limit),
        lookedDownTo: found[limit - 1] ?? below,
    });

    for (const rows of WALKS) {
        const part = await walkMessages(
            on,
            filter,
            { ...range, below },
            { limit: limit - found.length, rows },
        );
        found.push(...part.hits);
        seen += part.seen;
        said += part.said;
        if (found.length >= limit) return full();
        if (part.seen < rows || part.reached === null) return { messageIds: found, lookedDownTo: null };
        below = part.reached;
        // Nobody says it: reading on would find nothing either.
        if (said === 0) break;
    }

    if (narrow && said > found.length * 10) {
        const few = await candidateInteractions(on, filter, FEW_INTERACTIONS + 1);
        if (few.length <= FEW_INTERACTIONS) {
            const rest = { below, above: range.above };
            const ids = await searchWithin(on, filter, rest, {
                limit: limit - found.length,
                interactions: few,
            });
            found.push(...ids);
            return found.length >= limit ? full() : { messageIds: found, lookedDownTo: null };
        }
    }
    return byWords(on, filter, { range: { ...range, below }, found, limit, hasWords, density: said / seen });
}

interface Rest {
    readonly range: SearchRange;
    readonly found: number[];
    readonly limit: number;
    readonly hasWords: boolean;
    /** Of the messages looked at, how many say it. */
    readonly density: number;
}

async function byWords(
    on: Pick<Transaction, 'run'>,
    filter: SearchFilter,
    { range, found, limit, hasWords, density }: Rest,
): Promise<FoundMessages> {
    let { below } = range;
    let blocks = clamp(FETCHED_AT_ONCE / Math.max(density, 0.001) / BLOCK);
    for (let look = 0; look < MOST_LOOKS && below > range.above + 1; look += 1) {
        const last = blockOf(below - 1);
        const first = Math.max(blockOf(range.above + 1), last - blocks + 1);
        const above = Math.max(range.above, first * BLOCK - 1);
        const everything = above === range.above && hasWords && filter.query !== null && density < 0.01;
        const { hits, said } = await searchWords(
            on,
            filter,
            { below, above },
            {
                limit: limit - found.length,
                query: everything ? (filter.query ?? '') : withinBlocks(filter.query, first, last),
            },
        );
        found.push(...hits);
        if (found.length >= limit)
            return { messageIds: found.slice(0, limit), lookedDownTo: found[limit - 1] ?? above };
        const here = said / Math.max(1, below - above);
        blocks = Math.min(blocks * WIDEN_BY, clamp(FETCHED_AT_ONCE / Math.max(here, 0.000_1) / BLOCK));
        below = above + 1;
    }
    return { messageIds: found, lookedDownTo: below > range.above + 1 ? below : null };
}

const clamp = (blocks: number): number => Math.min(MOST_BLOCKS_AT_ONCE, Math.max(1, Math.floor(blocks)));
