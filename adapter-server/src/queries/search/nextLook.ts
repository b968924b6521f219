import { BLOCK } from '../../core/search/searchVector.ts';

export interface LookedSoFar {
    /** Messages looked at; those of them that say it; and those that fit altogether. */
    readonly seen: number;
    readonly said: number;
    readonly found: number;
    /** How many the page still lacks. */
    readonly missing: number;
    /** How many messages are left. */
    readonly rest: number;
    readonly hasWords: boolean;
}
export type NextLook =
    | { readonly by: 'walk'; readonly rows: number }
    | { readonly by: 'words'; readonly blocks: number; readonly everything: boolean };

/** Where one message in so many says it, reading all is no slower than fetching those. */
const OFTEN = 0.04;
const MOST_WALKED = 12_000;
/** How many messages that say it one look into the index should fetch. */
const FETCHED = 6_000;
/** Asking for more blocks at once than these costs more than what they leave out. */
const MOST_BLOCKS = 8;

/** How to look on, and how far, so that the page is likely to be full after it and no look takes long. */
export function nextLook({ seen, said, found, missing, rest, hasWords }: LookedSoFar): NextLook {
    const looked = Math.max(1, seen);
    // Half of one for what was not met yet.
    const saying = Math.max(said, 0.5) / looked;
    const fitting = Math.max(found, 0.5) / looked;
    const wanted = (1.5 * missing) / fitting;
    if (saying >= OFTEN)
        return { by: 'walk', rows: Math.min(MOST_WALKED, Math.max(1_000, Math.ceil(wanted))) };
    if (hasWords && saying * rest <= FETCHED) return { by: 'words', blocks: 1, everything: true };
    const rows = Math.min(wanted, FETCHED / saying);
    return {
        by: 'words',
        blocks: Math.min(MOST_BLOCKS, Math.max(1, Math.ceil(rows / BLOCK))),
        everything: false,
    };
}
