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

/** The words that fit a pattern. */
interface Fitting {
    /** Where they stand. */
    readonly places: readonly number[];
    /** 1 under the number of each of them. */
    readonly words: Uint8Array;
}
const NOWHERE: Fitting = { places: [], words: new Uint8Array() };

/** The words of a text, and where each stands, so that many values are looked up without reading it again. */
export class WordIndex {
    /** The number of the word at each place. */
    readonly #text: readonly number[];
    /** The places of each different word, by its number. */
    readonly #places: number[][] = [];
    readonly #numbers = new Map<string, number>();
    readonly #fitting = new Map<string, Fitting>();

    constructor(text: string) {
        this.#text = foldedWords(text).map((word, place) => {
            const number = this.#numbers.get(word) ?? this.#numbers.size;
            this.#numbers.set(word, number);
            (this.#places[number] ??= []).push(place);
            return number;
        });
    }

    /**
     * These words, one behind the other. Looked for from the rarest of them: however often the others stand there, and
     * whatever somebody writes to make it slow, that is about one look a word of the text.
     */
    has(patterns: readonly WordPattern[]): boolean {
        const fitting: Fitting[] = [];
        let rarest = 0;
        for (const [n, pattern] of patterns.entries()) {
            const found = this.#lookUp(pattern);
            if (found.places.length === 0) return false;
            fitting.push(found);
            if (found.places.length < (fitting[rarest]?.places.length ?? 0)) rarest = n;
        }
        const { places } = fitting[rarest] ?? NOWHERE;
        return places.some((place) =>
            fitting.every(({ words }, n) => words[this.#text[place - rarest + n] ?? -1] === 1),
        );
    }

    /** Each pattern is held against each different word once, however many values it stands in. */
    #lookUp(pattern: WordPattern): Fitting {
        const key = typeof pattern === 'string' ? pattern : pattern.join('*');
        let found = this.#fitting.get(key);
        if (!found) {
            found = this.#at(this.#numbersOf(pattern));
            this.#fitting.set(key, found);
        }
        return found;
    }

    #numbersOf(pattern: WordPattern): readonly number[] {
        if (typeof pattern === 'string') return [this.#numbers.get(pattern)].filter((n) => n !== undefined);
        const fitting: number[] = [];
        for (const [word, number] of this.#numbers)
            if (matchesGlob(word, pattern, { start: true, end: true })) fitting.push(number);
        return fitting;
    }

    #at(numbers: readonly number[]): Fitting {
        if (numbers.length === 0) return NOWHERE;
        const words = new Uint8Array(this.#numbers.size);
        for (const number of numbers) words[number] = 1;
        return { places: numbers.flatMap((number) => this.#places[number] ?? []), words };
    }
}
