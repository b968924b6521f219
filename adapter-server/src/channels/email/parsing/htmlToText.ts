/** HTML to plain text for search, previews and clients without HTML. One pass; never for display of HTML. */

const ENTITIES: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    copy: '©',
    reg: '®',
    trade: '™',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    middot: '·',
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
    sect: '§',
    deg: '°',
    times: '×',
    laquo: '«',
    raquo: '»',
    zwnj: '',
    shy: '',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
    ntilde: 'ñ',
    oacute: 'ó',
    aacute: 'á',
    iacute: 'í',
    uacute: 'ú',
    ecirc: 'ê',
};

const BREAKS_LINE = new Set([
    'br',
    'p',
    'div',
    'li',
    'ul',
    'ol',
    'tr',
    'table',
    'blockquote',
    'pre',
    'hr',
    'section',
    'article',
    'header',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'dt',
    'dd',
]);
const SPACES_CELL = new Set(['td', 'th']);
const HOLDS_NO_TEXT = new Set(['script', 'style', 'head', 'title', 'noscript', 'template', 'svg', 'math']);

const LONGEST_NAME = 30;
const MOST_TAGS = 100_000;

export function decodeEntities(text: string): string {
    return text.replace(
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g,
        (whole, decimal, hex, name) => {
            if (name !== undefined) return ENTITIES[String(name)] ?? whole;
            const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
            return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
                ? String.fromCodePoint(code)
                : '';
        },
    );
}

/** Of `html` only so much is read that the text has `most` characters, or that its tags are too many to be a text. */
export function htmlToText(html: string, most = Number.POSITIVE_INFINITY): string {
    const out: string[] = [];
    const neverClosed = new Set<string>();
    let at = 0;
    let tags = 0;
    let length = 0;
    while (at < html.length && length < most && tags < MOST_TAGS) {
        const open = html.indexOf('<', at);
        if (open === -1) {
            out.push(html.slice(at));
            break;
        }
        if (open > at) {
            out.push(html.slice(at, open));
            length += open - at;
        }
        const after = html.charCodeAt(open + 1);
        if (html.startsWith('<!--', open)) {
            const end = html.indexOf('-->', open + 4);
            at = end === -1 ? html.length : end + 3;
            continue;
        }
        const isTag = after === 47 || after === 33 || after === 63 || isLetter(after);
        if (!isTag) {
            out.push('&lt;');
            length += 1;
            at = open + 1;
            continue;
        }
        const close = html.indexOf('>', open);
        if (close === -1) break;
        const name = nameAt(html, after === 47 ? open + 2 : open + 1);
        at = close + 1;
        tags += 1;
        if (BREAKS_LINE.has(name)) out.push('\n');
        else if (SPACES_CELL.has(name)) out.push(' ');
        else if (HOLDS_NO_TEXT.has(name) && after !== 47 && !neverClosed.has(name)) {
            const end = endOfElement(html, name, at);
            // Looked for once only: ten thousand unclosed <style> must not mean ten thousand searches to the end.
            if (end === null) neverClosed.add(name);
            else at = end;
        }
    }
    const text = tidy(decodeEntities(out.join('')));
    return text.length > most ? text.slice(0, most).toWellFormed() : text;
}

function nameAt(html: string, from: number): string {
    let end = from;
    while (end < from + LONGEST_NAME && isNamePart(html.charCodeAt(end))) end += 1;
    return html.slice(from, end).toLowerCase();
}

const isNamePart = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57);

function isLetter(code: number): boolean {
    return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Where an element without text ends; one that is never closed hides nothing but its own tag. */
function endOfElement(html: string, name: string, from: number): number | null {
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = from;
    const found = closing.exec(html);
    return found ? found.index + found[0].length : null;
}

function tidy(text: string): string {
    const lines = text
        .replaceAll('\u00a0', ' ')
        .split('\n')
        .map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim());
    const kept: string[] = [];
    for (const line of lines) if (line !== '' || kept.at(-1) !== '') kept.push(line);
    return kept.join('\n').trim();
}
