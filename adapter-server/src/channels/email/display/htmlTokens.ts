/** A run of text, a tag, or something that is never shown. */
export interface Token {
    readonly kind: 'text' | 'start' | 'end' | 'hidden';
    readonly start: number;
    /** The offset behind it. */
    readonly end: number;
    /** Of a tag, lower-cased; else empty. */
    readonly name: string;
}

/** Read as text up to their end tag, and never shown: what stands in them is no markup. */
const RAW_TEXT = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);
const LONGEST_NAME = 30;
const GREATER = 62;
const EQUALS = 61;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;

/**
 * The token that begins at `at`, as a browser would find it, for whoever has to know where a mail may be cut. Reading
 * all tokens is one pass, also over hostile HTML. `neverClosed` is kept from token to token: what has no end is looked
 * for once.
 */
export function readToken(html: string, at: number, neverClosed: Set<string>): Token {
    const start = nextMarkup(html, at);
    if (start !== at) return token('text', at, start);
    const after = html.charCodeAt(at + 1);
    if (html.startsWith('<!--', at)) return token('hidden', at, behind(html, '-->', at + 4));
    if (after === BANG || after === QUESTION) return token('hidden', at, behind(html, '>', at + 1));
    const isEnd = after === SLASH;
    const name = nameAt(html, isEnd ? at + 2 : at + 1);
    // "</>" and the like are nothing.
    if (name === '') return token('hidden', at, behind(html, '>', at + 1));
    if (isEnd) return token('end', at, behind(html, '>', at + 2), name);
    const end = endOfStartTag(html, at + 1 + name.length);
    if (!RAW_TEXT.has(name)) return token('start', at, end, name);
    const closing = neverClosed.has(name) ? null : closingOf(html, name, end);
    if (closing !== null) return token('hidden', at, closing);
    // What is never closed would hide all that comes: its tag alone is left out.
    neverClosed.add(name);
    return token('hidden', at, end);
}

const token = (kind: Token['kind'], start: number, end: number, name = ''): Token => ({
    kind,
    start,
    end,
    name,
});

function behind(html: string, mark: string, from: number): number {
    const found = html.indexOf(mark, from);
    return found === -1 ? html.length : found + mark.length;
}

/** "a < b" is text. */
function nextMarkup(html: string, from: number): number {
    let at = html.indexOf('<', from);
    while (at !== -1) {
        const after = html.charCodeAt(at + 1);
        if (isLetter(after) || after === SLASH || after === BANG || after === QUESTION) return at;
        at = html.indexOf('<', at + 1);
    }
    return html.length;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function nameAt(html: string, from: number): string {
    let end = from;
    for (; end < from + LONGEST_NAME; end++) {
        const code = html.charCodeAt(end);
        if (!isLetter(code) && (end === from || !isDigit(code))) break;
    }
    return html.slice(from, end).toLowerCase();
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** A ">" within quotes ends no tag; a quote is one only right behind "=". */
function endOfStartTag(html: string, from: number): number {
    let at = from;
    while (at < html.length) {
        const code = html.charCodeAt(at);
        at += 1;
        if (code === GREATER) return at;
        if (code !== EQUALS) continue;
        while (isSpace(html.charCodeAt(at))) at += 1;
        const quote = html.charAt(at);
        if (quote === '"' || quote === "'") at = behind(html, quote, at + 1);
        else
            while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== GREATER)
                at += 1;
    }
    return html.length;
}

function closingOf(html: string, name: string, from: number): number | null {
    const closing = new RegExp(`</${name}[^>]{0,100}>`, 'gi');
    closing.lastIndex = from;
    const found = closing.exec(html);
    return found ? found.index + found[0].length : null;
}
