import type { SearchField, SearchTerm } from './searchTerms.ts';
import { wordsOf, type FoundWord } from './words.ts';

/** A piece of a text, never markup: whoever shows it sets it as text. */
export interface Piece {
    readonly text: string;
    readonly hit: boolean;
}
type Wanted = { readonly words: readonly string[]; readonly prefix: boolean };

/** How much of a text is looked through for its first hit. */
const LOOKED_THROUGH = 20_000;
const BEFORE_THE_HIT = 40;
const LINE = 180;

const wantedIn = (terms: readonly SearchTerm[], fields: readonly SearchField[]): Wanted[] =>
    terms.flatMap(({ meaning, negated }) =>
        meaning.kind === 'words' && !negated && fields.includes(meaning.field) ? [meaning] : [],
    );

/** A short text with its hits. */
export function highlight(
    text: string,
    terms: readonly SearchTerm[],
    fields: readonly SearchField[],
): Piece[] {
    return piecesOf(text, hitsIn(text, wantedIn(terms, fields)));
}

/** One line of a long text, around its first hit; its beginning where there is none. */
export function hitLine(text: string, terms: readonly SearchTerm[]): Piece[] {
    const read = text.slice(0, LOOKED_THROUGH);
    const wanted = wantedIn(terms, ['any']);
    const first = hitsIn(read, wanted, 1)[0];
    const from = first ? startOfWord(read, first.start - BEFORE_THE_HIT) : 0;
    const line = read
        .slice(from, from + LINE * 2)
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, LINE)
        .toWellFormed();
    const pieces = piecesOf(line, hitsIn(line, wanted));
    return from > 0 ? [{ text: '… ', hit: false }, ...pieces] : pieces;
}

function startOfWord(text: string, at: number): number {
    if (at <= 0) return 0;
    const space = text.slice(at, at + BEFORE_THE_HIT).search(/\s/u);
    return space === -1 ? at : at + space + 1;
}

function hitsIn(text: string, wanted: readonly Wanted[], most = Infinity): { start: number; end: number }[] {
    if (wanted.length === 0) return [];
    const longest = Math.max(...wanted.map(({ words }) => words.length));
    const hits: { start: number; end: number }[] = [];
    const window: FoundWord[] = [];
    const take = (): boolean => {
        const length = wanted.find((one) => matches(window, one))?.words.length ?? 0;
        const last = window[length - 1];
        if (length > 0 && last) hits.push({ start: window[0]?.start ?? 0, end: last.end });
        window.splice(0, Math.max(1, length));
        return hits.length >= most;
    };
    for (const word of wordsOf(text)) {
        window.push(word);
        if (window.length >= longest && take()) return hits;
    }
    while (window.length > 0) if (take()) return hits;
    return hits;
}

const matches = (window: readonly FoundWord[], { words, prefix }: Wanted): boolean =>
    words.every((word, n) => {
        const said = window[n]?.word;
        return prefix && n === words.length - 1 ? said?.startsWith(word) === true : said === word;
    });

function piecesOf(text: string, hits: readonly { start: number; end: number }[]): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    for (const { start, end } of hits) {
        if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
        pieces.push({ text: text.slice(start, end), hit: true });
        at = end;
    }
    if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
    return pieces;
}
