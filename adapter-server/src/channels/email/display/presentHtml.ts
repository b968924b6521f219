import sanitizeHtml from 'sanitize-html';
import { safeStyle } from './safeStyle.ts';
import { withTextShielded } from './shieldText.ts';

export interface PresentedHtml {
    readonly html: string;
    /** How many remote images were left out. */
    readonly blockedRemote: number;
}

export interface PresentOptions {
    /** Where the attachment with this Content-ID is served; null when there is none. */
    readonly cidUrl: (contentId: string) => string | null;
    readonly showRemote: boolean;
    /** Of image sources, once the above has decided; cid only for mail that is to be sent. */
    readonly imageSchemes?: readonly string[];
}

type Attributes = sanitizeHtml.Attributes;

const TAGS = [
    'a',
    'abbr',
    'address',
    'article',
    'aside',
    'b',
    'bdi',
    'bdo',
    'big',
    'blockquote',
    'br',
    'caption',
    'center',
    'cite',
    'code',
    'col',
    'colgroup',
    'dd',
    'del',
    'dfn',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
    'font',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
    'li',
    'main',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    's',
    'samp',
    'section',
    'small',
    'span',
    'strike',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'time',
    'tr',
    'tt',
    'u',
    'ul',
    'var',
    'wbr',
];
/** Dropped with all they hold, as their text is no text of the mail, or would be read as code by some browser. */
export const DROPPED_WITH_CONTENT: readonly string[] = [
    'script',
    'style',
    'head',
    'title',
    'textarea',
    'option',
    'select',
    'noscript',
    'noembed',
    'noframes',
    'iframe',
    'xmp',
    'plaintext',
    'template',
    'object',
    'applet',
    'svg',
    'math',
    'video',
    'audio',
    'canvas',
];
const DEEPEST = 100;
const ABSOLUTE_LINK = /^\s*(?:https?:\/\/|mailto:|tel:)/i;

/**
 * A mail's HTML made safe to show (E6: "HTML shown safely (no script, remote images blocked until asked)"), for a
 * sandboxed iframe with its own content policy. No script, form, style sheet, frame, data: or javascript: URL; styles
 * only from a list; links open apart and tell the site nothing. One pass; give it a slice (sliceHtml.ts), not a whole mail.
 */
export function presentHtml(
    html: string,
    { cidUrl, showRemote, imageSchemes = ['http', 'https'] }: PresentOptions,
): PresentedHtml {
    let blockedRemote = 0;
    const withSafeStyle = styleCleaner();

    function image(attributes: Attributes): { tagName: string; attribs: Attributes } {
        const { src = '', ...rest } = attributes;
        const blocked = { tagName: 'img', attribs: { ...rest, alt: rest['alt'] ?? '' } };
        const source = src.trim();
        if (/^cid:/i.test(source)) {
            const url = cidUrl(decodeContentId(source.slice(4)));
            return url === null ? blocked : { tagName: 'img', attribs: { ...rest, src: url } };
        }
        if (!/^https?:\/\//i.test(source)) return blocked;
        if (showRemote) return { tagName: 'img', attribs: { ...rest, src: source } };
        blockedRemote += 1;
        return { tagName: 'img', attribs: { ...blocked.attribs, 'data-blocked': 'remote' } };
    }

    const allowed: sanitizeHtml.IOptions = {
        allowedTags: TAGS,
        nonTextTags: [...DROPPED_WITH_CONTENT],
        nestingLimit: DEEPEST,
        parseStyleAttributes: false,
        allowProtocolRelative: false,
        allowedSchemes: ['http', 'https', 'mailto', 'tel'],
        allowedSchemesByTag: { img: [...imageSchemes] },
        allowedAttributes: {
            '*': ['style', 'align', 'valign', 'width', 'height', 'bgcolor', 'color', 'dir', 'lang', 'title'],
            a: ['href', 'target', 'rel'],
            font: ['face', 'size'],
            img: ['src', 'alt', 'data-blocked', 'referrerpolicy'],
            table: ['border', 'cellpadding', 'cellspacing'],
            td: ['colspan', 'rowspan', 'nowrap'],
            th: ['colspan', 'rowspan', 'nowrap', 'scope'],
            ol: ['start', 'type'],
            ul: ['type'],
            col: ['span'],
            colgroup: ['span'],
        },
        transformTags: {
            a: (_name, { target: _target, rel: _rel, href, ...rest }) => ({
                tagName: 'a',
                attribs: {
                    ...rest,
                    // A relative link would lead into our own server.
                    ...(href !== undefined && ABSOLUTE_LINK.test(href) ? { href } : {}),
                    target: '_blank',
                    rel: 'noopener noreferrer nofollow',
                },
            }),
            img: (_name, attributes) => {
                const shownImage = image(attributes);
                return { ...shownImage, attribs: { ...shownImage.attribs, referrerpolicy: 'no-referrer' } };
            },
            '*': (tagName, attributes) => ({ tagName, attribs: withSafeStyle(attributes) }),
        },
    };
    const shown = withTextShielded(html, (each) => sanitizeHtml(each, allowed));
    return { html: shown, blockedRemote };
}

/** Mail repeats the same few styles on thousands of elements: each is cleaned once. */
function styleCleaner(): (attributes: Attributes) => Attributes {
    const known = new Map<string, string | null>();
    return ({ style, ...rest }) => {
        if (style === undefined) return rest;
        let safe = known.get(style);
        if (safe === undefined) known.set(style, (safe = safeStyle(style)));
        return safe === null ? rest : { ...rest, style: safe };
    };
}

/** RFC 2392: a cid: URL is the Content-ID with its odd characters percent-encoded. */
function decodeContentId(encoded: string): string {
    try {
        return decodeURIComponent(encoded);
    } catch {
        return encoded;
    }
}
