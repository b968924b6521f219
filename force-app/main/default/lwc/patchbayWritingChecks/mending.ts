import { findEmojis, unfilledFields, type EmojiPlace, type WrittenText } from 'c/patchbayRules';

/** Characters of the text around an emoji that show where it stands. */
const AROUND = 12;

export interface Mended {
    readonly field: string;
    readonly text: string;
}

const isAt = (place: EmojiPlace, other: EmojiPlace): boolean =>
    place.field === other.field && place.offset === other.offset;

/** The text without this emoji, and without a second space where it stood between two. */
export function withoutEmojiAt(texts: readonly WrittenText[], place: EmojiPlace): Mended | null {
    const written = texts.find(({ field }) => field === place.field);
    if (!written || !findEmojis([written]).some((one) => isAt(one, place))) return null;
    return { field: written.field, text: cut(written.text, place) };
}

/** Every text that holds one, without all of its emojis; the customer's own words stay. */
export function withoutAnyEmoji(texts: readonly WrittenText[]): Mended[] {
    return texts.flatMap((written) => {
        const places = findEmojis([written]);
        if (places.length === 0) return [];
        return [
            {
                field: written.field,
                text: places.reduceRight((text, place) => cut(text, place), written.text),
            },
        ];
    });
}

function cut(text: string, { offset, length }: EmojiPlace): string {
    const before = text.slice(0, offset);
    const behind = text.slice(offset + length);
    const twoSpaces = before.endsWith(' ') && (behind.startsWith(' ') || behind === '');
    return (twoSpaces ? before.slice(0, -1) : before) + behind;
}

/** Every text that holds this field, with the value in its places. */
export function withValue(texts: readonly WrittenText[], name: string, value: string): Mended[] {
    return texts.flatMap(({ field, text }) => {
        const places = unfilledFields(text).filter((place) => place.field === name);
        if (places.length === 0) return [];
        return [
            {
                field,
                text: places.reduceRight(
                    (filled, { offset, length }) =>
                        filled.slice(0, offset) + value + filled.slice(offset + length),
                    text,
                ),
            },
        ];
    });
}

/** What mends a text piece by piece, in their order: formatted text is many. Each may be used once. */
export type Mend = (piece: string) => string;

/** @param nth of all that the pieces hold, from 0 */
export function emojiCutter(nth: number): Mend {
    let left = nth;
    return (piece) => {
        const places = findEmojis([{ field: 'body', text: piece }]);
        const mine = places[left];
        left -= places.length;
        return mine ? cut(piece, mine) : piece;
    };
}
export const everyEmojiCutter = (): Mend => (piece) =>
    withoutAnyEmoji([{ field: 'body', text: piece }])[0]?.text ?? piece;
export const fieldFiller =
    (name: string, value: string): Mend =>
    (piece) =>
        withValue([{ field: 'body', text: piece }], name, value)[0]?.text ?? piece;

/** Where it stands, for people: its line, and the words around it. */
export function lineAndWords(text: string, { offset, length }: EmojiPlace): { line: number; words: string } {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    const lineEnd = end < 0 ? text.length : end;
    const from = Math.max(start, offset - AROUND);
    const to = Math.min(lineEnd, offset + length + AROUND);
    const words = `${from > start ? '…' : ''}${text.slice(from, to).trim()}${to < lineEnd ? '…' : ''}`;
    return { line: text.slice(0, offset).split('\n').length, words };
}
