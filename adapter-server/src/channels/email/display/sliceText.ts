import { MOST_CHARACTERS } from './sliceHtml.ts';

export interface TextSlice {
    readonly text: string;
    readonly more: boolean;
}

/** A line that is longer is cut within. */
const LONGEST_LINE = 10_000;

/** The slice of that number, from 0, of whole lines; null where the text has no such. All together are the text. */
export function sliceText(text: string, number: number): TextSlice | null {
    let from = 0;
    for (let index = 0; from < text.length || index === 0; index++) {
        const to = endOfSlice(text, from);
        if (index === number) return { text: text.slice(from, to), more: to < text.length };
        from = to;
    }
    return null;
}

function endOfSlice(text: string, from: number): number {
    const most = from + MOST_CHARACTERS;
    if (most >= text.length) return text.length;
    const line = text.lastIndexOf('\n', most - 1) + 1;
    if (line > most - LONGEST_LINE) return line;
    const isHalf = (text.charCodeAt(most - 1) & 0xfc00) === 0xd800;
    return isHalf ? most - 1 : most;
}
