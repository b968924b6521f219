/**
 * Text as the search sees it: words without case, accents and punctuation. The index, the queries and the highlights
 * all cut it here, so that whatever is found is also shown as found, on every server and in every locale.
 */
export interface FoundWord {
    readonly word: string;
    /** Where it stands in the text, in UTF-16 units. */
    readonly start: number;
    readonly end: number;
}

/** What is longer is no word that anybody types: encoded data, mostly. */
const LONGEST_WORD = 60;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** Written without spaces: each sign is a word, and a longer one is found as their sequence. */
const SIGN =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const PLAIN = /^[a-z0-9]+$/;
const LETTERS: Readonly<Record<string, string>> = {
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    ı: 'i',
    þ: 'th',
};

/** "Straße" → "strasse"; of a text in lower case, whose accents have been taken apart. */
export const foldLetters = (lower: string): string =>
    lower.replace(/[ßæœøđðłıþ]/g, (letter) => LETTERS[letter] ?? letter);

/** "Größe" → "grosse", "Ñandú" → "nandu", "①" → "1". */
export function foldWord(word: string): string {
    const lower = word.toLowerCase();
    if (PLAIN.test(lower)) return lower.slice(0, LONGEST_WORD);
    return foldLetters(lower.normalize('NFKD').toLowerCase())
        .replace(/[^\p{L}\p{N}]+/gu, '')
        .slice(0, LONGEST_WORD)
        .toWellFormed()
        .replaceAll('\uFFFD', '');
}

/** Lazily, so that whoever looks for the first hit reads no further. */
export function* wordsOf(text: string): Generator<FoundWord> {
    for (const match of text.matchAll(RUN)) {
        const run = match[0];
        if (PLAIN.test(run) || !SIGN.test(run)) {
            const word = foldWord(run);
            if (word !== '') yield { word, start: match.index, end: match.index + run.length };
        } else yield* signsOf(run, match.index);
    }
}

function* signsOf(run: string, offset: number): Generator<FoundWord> {
    let start = 0;
    const cut = (end: number): FoundWord[] => {
        const word = foldWord(run.slice(start, end));
        const found = word === '' ? [] : [{ word, start: offset + start, end: offset + end }];
        start = end;
        return found;
    };
    let at = 0;
    for (const sign of run) {
        if (SIGN.test(sign)) {
            if (at > start) yield* cut(at);
            start = at;
            yield* cut(at + sign.length);
        }
        at += sign.length;
    }
    if (at > start) yield* cut(at);
}

export const foldedWords = (text: string): string[] => [...wordsOf(text)].map(({ word }) => word);
