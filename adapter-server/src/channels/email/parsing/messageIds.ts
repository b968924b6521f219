import { cleanText } from './cleanText.ts';

/** RFC 5322, 2.1.1: no line is longer than 998 characters, so no honest id is either. */
const LONGEST_ID = 998;
/** A thread longer than this keeps its first id, which names the thread, and its last ones, which name the parent. */
const MOST_IDS = 100;

/**
 * The message ids of a Message-ID, In-Reply-To or References header, whole and with their angle brackets. Prose
 * around them ("Your message of Tuesday") is passed over, `<>` ignored, a fold inside an id undone. A header
 * without any bracket is read as bare ids. Each id comes once, in order.
 */
export function messageIdsIn(folded: string): string[] {
    const ids = bracketed(folded);
    const found = ids.sawBracket ? ids.found : bareIds(folded);
    const unique = [...new Set(found)];
    return unique.length <= MOST_IDS ? unique : [...unique.slice(0, 1), ...unique.slice(1 - MOST_IDS)];
}

function bracketed(folded: string): { found: string[]; sawBracket: boolean } {
    const found: string[] = [];
    let open = folded.indexOf('<');
    const sawBracket = open !== -1;
    while (open !== -1) {
        const close = folded.indexOf('>', open);
        if (close === -1) break;
        // Of "<a <b@c>" the id is "<b@c>": the innermost bracket opens it.
        const start = folded.lastIndexOf('<', close);
        const inside = cleanText(folded.slice(start + 1, close).replace(/\r?\n[ \t]*/g, '')).trim();
        if (inside !== '' && inside.length + 2 <= LONGEST_ID) found.push(`<${inside}>`);
        open = folded.indexOf('<', close);
    }
    return { found, sawBracket };
}

function bareIds(folded: string): string[] {
    return cleanText(folded)
        .split(/[\s,]+/)
        .filter((word) => word.includes('@') && word.length + 2 <= LONGEST_ID)
        .map((word) => `<${word}>`);
}
