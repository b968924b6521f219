import { readToken } from './htmlTokens.ts';

/** No text holds these: they are characters for the inner use of programs, and taken out of what came. */
const AMPERSAND = '\ufdd0';
const BRACKET = '\ufdd1';
const RESERVED = /[\ufdd0\ufdd1]/g;

/** With fewer it is not worth it, and mail goes to the cleaner as it came. */
const MANY = 1_000;

/**
 * The cleaner takes some microseconds for each entity and each "<" that begins no tag: a megabyte of them, which is one
 * run of text, takes seconds. So where they are many, those in text go through it as characters that mean nothing, and
 * become what they were afterwards. Nothing is decoded, and only an entity or `&lt;` comes back, neither of which
 * begins a tag or ends an attribute: what the cleaner let through is all that there is.
 *
 * @param clean is given HTML and gives back what may be shown of it
 */
export function withTextShielded(html: string, clean: (html: string) => string): string {
    if (!isWorthIt(html)) return clean(html);
    const plain = html.replace(RESERVED, '');
    const pieces: string[] = [];
    const neverClosed = new Set<string>();
    for (let at = 0; at < plain.length;) {
        const { kind, start, end } = readToken(plain, at, neverClosed);
        const piece = plain.slice(start, end);
        pieces.push(kind !== 'text' ? piece : replaced(replaced(piece, '&', AMPERSAND), '<', BRACKET));
        at = end;
    }
    const shown = clean(pieces.join('')).replace(OF_ENTITY, '&');
    return replaced(replaced(shown, AMPERSAND, '&amp;'), BRACKET, '&lt;');
}

const OF_ENTITY = /\ufdd0(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/gi;

/** Twice as fast as replaceAll where it is a million times. */
const replaced = (text: string, each: string, by: string): string => text.split(each).join(by);

function isWorthIt(html: string): boolean {
    let many = 0;
    for (let at = html.indexOf('&'); at !== -1 && many < MANY; at = html.indexOf('&', at + 1)) many += 1;
    for (let at = html.indexOf('<'); at !== -1 && many < MANY; at = html.indexOf('<', at + 1))
        if (!/[a-z/!?]/i.test(html.charAt(at + 1))) many += 1;
    return many >= MANY;
}
