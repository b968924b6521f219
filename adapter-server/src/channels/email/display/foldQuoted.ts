import { isAttribution, isHeaderBlock, isSeparator } from './quoteMarks.ts';

/** `visible + quoted` is the whole text, to the letter: quotes are folded for display, never deleted. */
export interface FoldedQuote {
    readonly visible: string;
    readonly quoted: string | null;
}

interface Line {
    readonly start: number;
    readonly text: string;
}

/** Clients wrap "On … wrote:" over as many lines. */
const LONGEST_ATTRIBUTION = 3;
const HEADER_BLOCK_LINES = 6;

/**
 * Where the quoted history of a plain-text mail begins, in one pass. An answer below or between the quoted lines is
 * not folded away: only what runs to the end of the mail is.
 */
export function foldQuoted(text: string): FoldedQuote {
    const lines = linesOf(text);
    const lastOwn = lines.findLastIndex((line) => line.text !== '' && !isQuote(line.text));
    const start = startOfHistory(lines, lastOwn) ?? startOfQuotedTail(lines, lastOwn);
    const at = start === null ? undefined : lines[start]?.start;
    if (at === undefined || text.slice(0, at).trim() === '') return { visible: text, quoted: null };
    return { visible: text.slice(0, at), quoted: text.slice(at) };
}

const isQuote = (line: string): boolean => line.startsWith('>');

/** Of empty lines in a row as many are kept as are ever looked at together. */
function linesOf(text: string): Line[] {
    const lines: Line[] = [];
    let start = 0;
    let empty = 0;
    while (start <= text.length) {
        const found = text.indexOf('\n', start);
        const end = found === -1 ? text.length : found;
        const line = end === start ? '' : text.slice(start, end).trim();
        empty = line === '' ? empty + 1 : 0;
        if (empty <= HEADER_BLOCK_LINES) lines.push({ start, text: line });
        start = end + 1;
    }
    return lines;
}

/** The first mark that says "all below is the earlier mail". */
function startOfHistory(lines: readonly Line[], lastOwn: number): number | null {
    for (let index = 0; index < lines.length; index++) {
        const line = lines[index]?.text ?? '';
        if (line === '' || isQuote(line)) continue;
        const next = (): string[] =>
            lines.slice(index + 1, index + 1 + HEADER_BLOCK_LINES).map((each) => each.text);
        if (isSeparator(line)) {
            if (!line.startsWith('_')) return index;
            const below = next();
            if (isHeaderBlock(below.find((each) => each !== '') ?? '', below)) return index;
        }
        if (isHeaderBlock(line, next)) return index;
        const length = attributionLength(lines, index);
        if (length > 0 && runsToTheEnd(lines, index + length, lastOwn)) return index;
    }
    return null;
}

function attributionLength(lines: readonly Line[], from: number): number {
    const wrapped: string[] = [];
    for (const { text } of lines.slice(from, from + LONGEST_ATTRIBUTION)) {
        if (text === '' || isQuote(text)) return 0;
        wrapped.push(text);
        if (!text.endsWith(':')) continue;
        // "Thanks, Ana" above "On … wrote:" is no part of it: the shortest ending that reads as one counts.
        const shorter =
            wrapped.length > 1 &&
            wrapped.some((_, at) => at > 0 && isAttribution(wrapped.slice(at).join(' ')));
        return !shorter && isAttribution(wrapped.join(' ')) ? wrapped.length : 0;
    }
    return 0;
}

/** After an attribution either all is quoted with ">", or nothing is: then the client quotes without a mark. */
function runsToTheEnd(lines: readonly Line[], from: number, lastOwn: number): boolean {
    if (lastOwn < from) return true;
    for (let index = from; index < lines.length; index++) {
        const text = lines[index]?.text ?? '';
        if (text !== '') return !isQuote(text);
    }
    return false;
}

function startOfQuotedTail(lines: readonly Line[], lastOwn: number): number | null {
    const first = lines.findIndex((line, index) => index > lastOwn && isQuote(line.text));
    return first === -1 ? null : first;
}
