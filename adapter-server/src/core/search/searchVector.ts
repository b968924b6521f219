/**
 * What the index holds of one message, in PostgreSQL's notation for a tsvector: every word with its places, and marks
 * that no word can be, since they begin with "@".
 */
import { wordsOf } from './words.ts';

export interface SearchedMessage {
    readonly id: number;
    readonly direction: 'inbound' | 'outbound';
    readonly subject: string;
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly files: readonly string[];
}

/** PostgreSQL tells words apart by place up to the 16,383rd. */
const MOST_WORDS = 16_000;
/** Of a body; a mail that is longer is found by its beginning. */
export const SEARCHED_CHARACTERS = 100_000;
/** Of the subject, the addresses and the names of files together. */
const MOST_AROUND_IT = 4_000;
/** Between two fields, so that no phrase reaches from one into the next. */
const GAP = 2;
const MOST_PLACES = 255;

/** Messages by the tens of thousands: a search looks into the newest first. */
export const BLOCK = 16_384;
export const blockOf = (messageId: number): number => Math.floor(messageId / BLOCK);
export const blockMark = (block: number): string => `@b${block}`;
export const directionMark = (direction: SearchedMessage['direction']): string =>
    direction === 'inbound' ? '@in' : '@out';
export const FILE_MARK = '@file';
/** A word in the name of a file, so that `file:` finds no text. */
export const inFileName = (word: string): string => `@f${word}`;

/** Where a word stands: A subject, B sender, C recipients, D text and names of files. PostgreSQL knows no more. */
export type FieldWeight = 'A' | 'B' | 'C' | 'D';

export function searchVector(message: SearchedMessage): string {
    const places = new Map<string, string[]>();
    let place = 1;
    const put = (word: string, entry: string): void => {
        const found = places.get(word);
        if (!found) places.set(word, [entry]);
        else if (found.length < MOST_PLACES) found.push(entry);
    };
    const add = (text: string, weight: FieldWeight, most: number, isFile = false): void => {
        for (const { word } of wordsOf(text)) {
            if (place > most) return;
            put(word, weight === 'D' ? String(place) : `${place}${weight}`);
            if (isFile) put(inFileName(word), String(place));
            place += 1;
        }
        place += GAP;
    };
    add(message.subject, 'A', MOST_AROUND_IT);
    add(message.from, 'B', MOST_AROUND_IT);
    add(message.to, 'C', MOST_AROUND_IT);
    for (const file of message.files) add(file, 'D', MOST_AROUND_IT, true);
    add(message.text.slice(0, SEARCHED_CHARACTERS), 'D', MOST_WORDS);

    const marks = [blockMark(blockOf(message.id)), directionMark(message.direction)];
    if (message.files.length > 0) marks.push(FILE_MARK);
    const words = [...places].map(([word, at]) => `'${word}':${at.join(',')}`);
    return [...marks.map((mark) => `'${mark}'`), ...words].join(' ');
}
