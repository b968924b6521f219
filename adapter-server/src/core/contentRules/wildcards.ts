import { foldLetters, foldWord, foldedWords } from '../search/words.ts';

/**
 * Words and `*`, matched in one pass that never goes back: what an admin writes can be slow on no mail. There are no
 * regular expressions of users.
 */

/** Case, accents and spaces do not count, and letters are those of the search; signs do count. */
export const foldValue = (text: string): string =>
    foldLetters(
        text
            .normalize('NFKD')
            .toLowerCase()
            .replace(/\p{M}+/gu, ''),
    )
        .replace(/\s+/g, ' ')
        .trim();

/** The pieces between the stars. */
export type Glob = readonly string[];
export const globOf = (value: string): Glob => foldValue(value).split('*');

/** Each piece behind the one before, found at the first place where it stands: with stars between them that is enough. */
export function matchesGlob(
    text: string,
    glob: Glob,
    { start, end }: { start: boolean; end: boolean },
): boolean {
    if (glob.length === 1 && start && end) return text === glob[0];
    let at = 0;
    for (const [n, piece] of glob.entries()) {
        const isFirst = n === 0 && start;
        const isLast = n === glob.length - 1 && end;
        const found = isLast ? text.length - piece.length : isFirst ? 0 : text.indexOf(piece, at);
        if (found < at || !text.startsWith(piece, found)) return false;
        at = found + piece.length;
    }
    return true;
}

/** A word of a value: exact, or with stars in it. */
export type WordPattern = string | Glob;

/** "unpaid invoice*" → ["unpaid", ["invoice", ""]]. */
export function wordPatternsOf(value: string): WordPattern[] {
    return value
        .split(/[^\p{L}\p{N}\p{M}*]+/u)
        .filter((piece) => piece !== '')
        .flatMap((piece): WordPattern[] =>
            piece.includes('*') ? [piece.split('*').map(foldWord)] : foldedWords(piece),
        );
}

/** The words of a text, and where each stands, so that many values are looked up without reading it again. */
export class WordIndex {
    readonly #words: readonly string[];
    readonly #places = new Map<string, number[]>();

    constructor(text: string) {
        this.#words = foldedWords(text);
        for (const [n, word] of this.#words.entries()) {
            const places = this.#places.get(word);
            if (places) places.push(n);
            else this.#places.set(word, [n]);
        }
    }

    /**
     * These words, one behind the other. Looked for from the rarest of them: however often the others stand there, and
     * whatever somebody writes to make it slow, that is about one look a word of the text.
     */
    has(patterns: readonly WordPattern[]): boolean {
        if (patterns.length === 0) return false;
        const { offset, places } = this.#rarest(patterns);
        return places.some((place) =>
            patterns.every((pattern, n) => n === offset || fits(this.#words[place - offset + n], pattern)),
        );
    }

    #rarest(patterns: readonly WordPattern[]): { offset: number; places: readonly number[] } {
        let rarest: { offset: number; places: readonly number[] } | null = null;
        for (const [offset, pattern] of patterns.entries()) {
            if (typeof pattern !== 'string') continue;
            const places = this.#places.get(pattern) ?? [];
            if (rarest === null || places.length < rarest.places.length) rarest = { offset, places };
        }
        // Stars in every word: the first is as good as the others.
        return rarest ?? { offset: 0, places: this.#fitting(patterns[0] ?? '') };
    }

    #fitting(pattern: WordPattern): readonly number[] {
        const found: number[] = [];
        // Each different word once, however often it stands there.
        for (const [word, places] of this.#places) if (fits(word, pattern)) found.push(...places);
        return found;
    }
}

function fits(word: string | undefined, pattern: WordPattern): boolean {
    if (word === undefined) return false;
    return typeof pattern === 'string'
        ? word === pattern
        : matchesGlob(word, pattern, { start: true, end: true });
}
