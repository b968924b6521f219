import { htmlToText } from '../parsing/htmlToText.ts';
import type { FoldedQuote } from './foldQuoted.ts';
import { isAttribution, isHeaderBlock, isSeparator } from './quoteMarks.ts';

interface Tag {
    readonly start: number;
    readonly end: number;
    readonly name: string;
    readonly closing: boolean;
    readonly text: string;
}

/** What clients wrap the earlier mail in: Gmail, Apple, Thunderbird, Outlook (web, desktop, mobile), Yahoo, Proton … */
const WRAPPERS: readonly RegExp[] = [
    /\bclass\s*=\s*["']?[^"'>]{0,200}\b(?:gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|moz-cite-prefix|zmail_extra|tutanota_quote|wm-quote|mailbox_signature_quote)\b/i,
    /\bid\s*=\s*["']?[a-z0-9_-]{0,60}(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|ms-outlook-mobile-body-separator-line|stopSpelling|reply-intro|isForwardContent|yahoo_quoted|replyBlock)/i,
    /\bname\s*=\s*["']?(?:quote|messageReplySection)\b/i,
];
const CITE = /\btype\s*=\s*["']?cite\b/i;
const ENCLOSING = /^<blockquote|gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote/i;
const BLOCKS = new Set(['div', 'p', 'blockquote', 'span', 'td', 'li', 'br', 'hr', 'table']);

const MOST_CHARACTERS = 1_000_000;
const LONGEST_ATTRIBUTION = 3_000;
const BLOCKS_BEFORE = 6;
/** Looks that cost more than a glance at the tag; no honest mail needs so many. */
const MOST_LOOKS = 200;
/** What the first words of a header block or a separator can be. */
const EARLIER_MAIL_WORDS = /^(?:-{2,}|(?:begin forwarded|from|von|de|da|van|от|från|fra)\b)/i;

/**
 * Where the quoted history of an HTML mail begins; run it on the HTML as it came (cleaning takes the marks away) and
 * clean each half. Only a quote that runs to the end is folded: an answer below it stays in sight.
 */
export function foldQuotedHtml(html: string): FoldedQuote {
    if (html.length > MOST_CHARACTERS) return { visible: html, quoted: null };
    const tags = tagsOf(html);
    const ends = endsOf(tags);
    const lastText = endOfLastText(html, tags);
    let looks = 0;
    for (let index = 0; index < tags.length && looks < MOST_LOOKS; index++) {
        const tag = tags[index];
        if (!tag || tag.closing || !mayStartQuote(html, tags, index)) continue;
        looks += 1;
        if (!isQuoteStart(html, tags, index)) continue;
        // Wrappers that only mark a place (Outlook, Thunderbird) have all below quoted; the others must end the mail.
        if (ENCLOSING.test(tag.text) && lastText > (ends.get(index) ?? html.length)) continue;
        const at = withAttribution(html, tags, index);
        // A mail that is all quote is shown as it is.
        if (htmlToText(html.slice(0, at)) === '') return { visible: html, quoted: null };
        return { visible: html.slice(0, at), quoted: html.slice(at) };
    }
    return { visible: html, quoted: null };
}

function tagsOf(html: string): Tag[] {
    const tags: Tag[] = [];
    for (const found of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})\b[^<>]{0,2000}>/gi)) {
        const start = found.index;
        const name = (found[2] ?? '').toLowerCase();
        tags.push({ start, end: start + found[0].length, name, closing: found[1] === '/', text: found[0] });
    }
    return tags;
}

/** By tag alone, for all tags in one pass, where each element ends (the offset behind its closing tag). */
function endsOf(tags: readonly Tag[]): Map<number, number> {
    const open = new Map<string, number[]>();
    const ends = new Map<number, number>();
    tags.forEach((tag, index) => {
        const stack = open.get(tag.name) ?? [];
        if (tag.closing) {
            const opened = stack.pop();
            if (opened !== undefined) ends.set(opened, tag.end);
        } else stack.push(index);
        open.set(tag.name, stack);
    });
    return ends;
}

/** The offset where the last text of the mail begins, after which only markup and blanks come. */
function endOfLastText(html: string, tags: readonly Tag[]): number {
    let end = html.length;
    for (let index = tags.length - 1; index >= 0; index--) {
        const tag = tags[index];
        if (!tag) break;
        const between = html.slice(tag.end, end);
        if (between.trim() !== '' && htmlToText(between) !== '') return end;
        end = tag.start;
    }
    return end;
}

const firstWords = (html: string, tags: readonly Tag[], index: number): string =>
    html
        .slice(
            tags[index]?.end,
            Math.min(tags[index + 1]?.start ?? html.length, (tags[index]?.end ?? 0) + 60),
        )
        .trim();

function mayStartQuote(html: string, tags: readonly Tag[], index: number): boolean {
    const tag = tags[index];
    if (!tag) return false;
    return (
        tag.name === 'blockquote' ||
        WRAPPERS.some((wrapper) => wrapper.test(tag.text)) ||
        EARLIER_MAIL_WORDS.test(firstWords(html, tags, index))
    );
}

function isQuoteStart(html: string, tags: readonly Tag[], index: number): boolean {
    const tag = tags[index];
    if (!tag) return false;
    if (WRAPPERS.some((wrapper) => wrapper.test(tag.text))) return true;
    if (tag.name === 'blockquote')
        return CITE.test(tag.text) || withAttribution(html, tags, index) < tag.start;
    const lines = htmlToText(html.slice(tag.start, tag.end + LONGEST_ATTRIBUTION))
        .split('\n')
        .filter((line) => line !== '');
    return isSeparator(lines[0] ?? '') || isHeaderBlock(lines[0] ?? '', lines.slice(1, 8));
}

/** "On … wrote:" stands in a block of its own just above the quote, and is folded with it. */
function withAttribution(html: string, tags: readonly Tag[], index: number): number {
    const start = tags[index]?.start ?? 0;
    let seen = 0;
    for (let at = index - 1; at >= 0 && seen < BLOCKS_BEFORE; at--) {
        const tag = tags[at];
        if (!tag || start - tag.start > LONGEST_ATTRIBUTION) break;
        if (tag.closing || !BLOCKS.has(tag.name)) continue;
        seen += 1;
        const text = htmlToText(html.slice(tag.start, start)).replace(/\s+/g, ' ');
        if (text !== '') return isAttribution(text) ? tag.start : start;
    }
    return start;
}
