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
import { nextLook } from './nextLook.ts';

export interface FoundMessages {
    /** Newest first; at most the limit. */
    readonly messageIds: number[];
    /** Everything from here on was looked at; null: everything. */
    readonly lookedDownTo: number | null;
}
export interface FindOptions {
    readonly limit: number;
    /** It names words that have to be said, so that the index of words can be asked for them alone. */
    readonly hasWords: boolean;
    /** Who reads, an agent or a queue may leave only a few interactions. */
    readonly narrow: boolean;
}

/** How many messages are read one by one before anything else is tried: 1 in 60 that fits fills a page. */
const WALKS = [400, 2_600] as const;
/** More interactions than these are not searched one by one. */
const FEW_INTERACTIONS = 4_000;
/** Counting them pays where no more than one in so many messages that say it is one that fits. */
const SELDOM = 100;
/** A search that found too little by then says how far it looked, and goes on when asked to. */
const MOST_LOOKS = 6;

/**
 * E10, newest first, at any number of messages (docs/decisions/0007). What is said often is found by reading the newest
 * messages; what only a few interactions may hold, in those; what is said rarely, by the index of words, the newest
 * blocks first. Which of the three is chosen by what the first few hundred messages were like.
 */
export async function findMessages(
    on: Pick<Transaction, 'run'>,
    filter: SearchFilter,
    range: SearchRange,
    options: FindOptions,
): Promise<FoundMessages> {
    const search = new Search(on, filter, range, options);
    for (const rows of WALKS) {
        await search.walk(rows);
        if (search.isOver) return search.result;
        // Nobody says it: reading on would find nothing either.
        if (search.said === 0) break;
    }
    if (options.narrow && search.said > search.found.length * SELDOM) await search.fewInteractions();
    for (let look = 0; look < MOST_LOOKS && !search.isOver; look += 1) await search.look();
    return search.result;
}

class Search {
    readonly found: number[] = [];
    seen = 0;
    said = 0;
    #below: number;
    readonly #on: Pick<Transaction, 'run'>;
    readonly #filter: SearchFilter;
    readonly #above: number;
    readonly #options: FindOptions;

    constructor(
        on: Pick<Transaction, 'run'>,
        filter: SearchFilter,
        { below, above }: SearchRange,
        options: FindOptions,
    ) {
        this.#on = on;
        this.#filter = filter;
        this.#below = below;
        this.#above = above;
        this.#options = options;
    }

    get #missing(): number {
        return this.#options.limit - this.found.length;
    }
    get #rest(): SearchRange {
        return { below: this.#below, above: this.#above };
    }
    get isOver(): boolean {
        return this.#missing <= 0 || this.#below <= this.#above + 1;
    }
    get result(): FoundMessages {
        const last = this.found[this.#options.limit - 1];
        const lookedDownTo = this.#below <= this.#above + 1 ? null : this.#below;
        return { messageIds: this.found.slice(0, this.#options.limit), lookedDownTo: last ?? lookedDownTo };
    }

    async walk(rows: number): Promise<void> {
        const limit = this.#missing;
        const part = await walkMessages(this.#on, this.#filter, this.#rest, { limit, rows });
        this.#learn(part.hits, part.seen, part.said);
        this.#below = part.seen < rows || part.reached === null ? this.#above + 1 : part.reached;
    }

    async fewInteractions(): Promise<void> {
        const few = await candidateInteractions(this.#on, this.#filter, FEW_INTERACTIONS + 1);
        if (few.length > FEW_INTERACTIONS) return;
        const parts = { limit: this.#missing, interactions: few };
        this.found.push(...(await searchWithin(this.#on, this.#filter, this.#rest, parts)));
        this.#below = this.#above + 1;
    }

    async look(): Promise<void> {
        const rest = this.#below - this.#above - 1;
        const sofar = { seen: this.seen, said: this.said, found: this.found.length, missing: this.#missing };
        const next = nextLook({ ...sofar, rest, hasWords: this.#options.hasWords });
        if (next.by === 'walk') return this.walk(next.rows);
        const last = blockOf(this.#below - 1);
        const first = Math.max(blockOf(this.#above + 1), last - next.blocks + 1);
        const above = next.everything ? this.#above : Math.max(this.#above, first * BLOCK - 1);
        const { query } = this.#filter;
        const { hits, said } = await searchWords(
            this.#on,
            this.#filter,
            { below: this.#below, above },
            {
                limit: this.#missing,
                query: next.everything && query !== null ? query : withinBlocks(query, first, last),
            },
        );
        this.#learn(hits, this.#below - above - 1, said);
        this.#below = above + 1;
    }

    #learn(hits: readonly number[], seen: number, said: number): void {
        this.found.push(...hits);
        this.seen += seen;
        this.said += said;
    }
}
