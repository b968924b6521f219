import { readToken, type Token } from './htmlTokens.ts';
import { openElements, type OpenElements } from './openElements.ts';
import { DROPPED_WITH_CONTENT } from './presentHtml.ts';

/** Above these a mail is shown slice by slice: a browser strains at more, and nobody reads it to its end at once. */
export const MOST_CHARACTERS = 1_000_000;
export const MOST_ELEMENTS = 5_000;

export interface HtmlSlice {
    /** What began in an earlier slice and has not ended is begun anew. */
    readonly html: string;
    /** What was full; null for the last slice. */
    readonly endedBy: 'characters' | 'elements' | null;
    /** How far one had to look to know: what stands behind changes nothing of it. */
    readonly lookedTo: number;
}

/**
 * The slice of that number, from 0; null where the mail has no such. All slices together hold all that a mail shows;
 * comments, scripts and style sheets, which never are, count for nothing. One pass, and it decides nothing about
 * safety: each slice is cleaned like a mail of its own.
 */
export function sliceHtml(html: string, number: number): HtmlSlice | null {
    let index = 0;
    for (const slice of slicesOf(html)) if (index++ === number) return slice;
    return null;
}

/** Whether a mail that begins so has the same first slice as this beginning alone has. */
export function holdsFirstSlice(beginning: string): boolean {
    const first = sliceHtml(beginning, 0);
    return first !== null && first.endedBy !== null && first.lookedTo < beginning.length;
}

/** In order; a mail that is not to be shown but sent is cleaned whole, slice by slice. */
export function* slicesOf(html: string): Generator<HtmlSlice> {
    const open = openElements();
    const slice = collector(html);
    const neverClosed = new Set<string>();
    let elements = 0;
    const full = (at: number, endedBy: HtmlSlice['endedBy'], lookedTo: number): HtmlSlice => {
        elements = 0;
        // What has no end was looked for to the end.
        const looked = neverClosed.size > 0 ? html.length : lookedTo;
        return { html: slice.take(at, open.startTags(html)), endedBy, lookedTo: looked };
    };
    let at = 0;
    while (at < html.length) {
        const token = readToken(html, at, neverClosed);
        at = token.end;
        if (token.kind === 'start' && elements === MOST_ELEMENTS) yield full(token.start, 'elements', at);
        if (token.kind === 'text') {
            let from = token.start;
            while (token.end - from > slice.room()) {
                from = cutOf(html, from, from + slice.room());
                slice.add(from);
                yield full(from, 'characters', from);
            }
            slice.add(token.end);
            continue;
        }
        const shorter = token.kind === 'hidden' ? '' : insteadOf(token);
        const size = shorter?.length ?? token.end - token.start;
        if (size > slice.room()) yield full(token.start, 'characters', at);
        const instead = isShown(token, open) ? shorter : '';
        if (instead === null) slice.add(token.end);
        else slice.replace(token, instead, size);
        if (token.kind === 'start' && instead !== '') elements += 1;
    }
    yield { html: slice.take(html.length, ''), endedBy: null, lookedTo: html.length };
}

/** Elements that are too deep are left out, but for those that are dropped with what they hold: the cleaner does that. */
function isShown(token: Token, open: OpenElements): boolean {
    const { kind, name } = token;
    if (kind === 'hidden') return false;
    const shown = kind === 'start' ? open.start(token) : open.end(name);
    return shown || DROPPED_WITH_CONTENT.includes(name);
}

/** No tag that is shown needs so much; what does carries a picture as data:, which is not. */
const LONGEST_TAG = 100_000;

/** What stands for a tag that is too long; null for all others. */
function insteadOf({ kind, name, start, end }: Token): string | null {
    if (end - start <= LONGEST_TAG) return null;
    return kind === 'start' ? `<${name}>` : `</${name}>`;
}

/** Puts a slice together out of runs of the mail. */
function collector(html: string) {
    let pieces: string[] = [];
    let from = 0;
    let to = 0;
    let characters = 0;
    return {
        room: () => MOST_CHARACTERS - characters,
        /** All up to there belongs to it. */
        add(end: number): void {
            characters += end - to;
            to = end;
        },
        /** @param size that it counts for */
        replace(token: Token, instead: string, size: number): void {
            if (token.start > from) pieces.push(html.slice(from, token.start));
            if (instead !== '') pieces.push(instead);
            characters += size;
            from = to = token.end;
        },
        /** The slice up to there; the next begins with what is given. */
        take(end: number, beginning: string): string {
            const taken = pieces.join('') + html.slice(from, end);
            pieces = [beginning];
            from = to = end;
            characters = 0;
            return taken;
        },
    };
}

const LONGEST_ENTITY = 32;

/** Not within a character or an entity, either half of which would be shown as something else. */
function cutOf(html: string, from: number, most: number): number {
    const entity = html.lastIndexOf('&', most - 1);
    const isWithin = entity >= from && entity > most - LONGEST_ENTITY;
    if (isWithin && !html.slice(entity, most).includes(';')) return entity;
    const isHalf = most > from && (html.charCodeAt(most - 1) & 0xfc00) === 0xd800;
    return isHalf ? most - 1 : most;
}
