/** What may stand in the field. The server cleans again what is sent; this keeps pasted code from running here. */

const KEPT = new Set(
    'A B BLOCKQUOTE BR CODE DIV EM H1 H2 H3 HR I IMG LI OL P PRE S SPAN STRONG SUB SUP TABLE TBODY TD TH THEAD TR U UL'.split(
        ' ',
    ),
);
const DROPPED = new Set(
    'SCRIPT STYLE HEAD TITLE IFRAME OBJECT SVG MATH TEMPLATE NOSCRIPT LINK META'.split(' '),
);

/** Images as they are sent, by their upload; and as they are shown here, by a URL of this browser. */
export const CID = /^cid:upload\.(\d+)@patchbay$/;
export const cidOf = (uploadId: number): string => `cid:upload.${uploadId}@patchbay`;

/** Pasted or stored HTML as nodes that hold only text, structure, links and images of ours. */
export function safeNodes(html: string): DocumentFragment {
    const source = new DOMParser().parseFromString(html, 'text/html');
    const result = document.createDocumentFragment();
    copy(source.body, result);
    return result;
}

function copy(from: Node, to: Node): void {
    for (const node of [...from.childNodes]) {
        if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.nodeValue ?? ''));
        if (!(node instanceof Element) || DROPPED.has(node.tagName.toUpperCase())) continue;
        const name = node.tagName.toUpperCase();
        const made = KEPT.has(name) ? document.createElement(name) : null;
        if (made && !keepAttributes(node, made)) continue;
        copy(node, made ?? to);
        if (made) to.appendChild(made);
    }
}

/** False where nothing of it is left. */
function keepAttributes(from: Element, to: Element): boolean {
    const href = from.getAttribute('href');
    if (href && /^(?:https?:|mailto:)/i.test(href)) to.setAttribute('href', href);
    if (to.tagName !== 'IMG') return true;
    const source = from.getAttribute('data-cid') ?? from.getAttribute('src') ?? '';
    if (!CID.test(source)) return false;
    to.setAttribute('data-cid', source);
    to.setAttribute('alt', from.getAttribute('alt') ?? '');
    return true;
}

const VOID = new Set(['br', 'hr', 'img']);
const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** As it is sent and kept: what stands in the field, images by their upload. */
export function htmlOf(field: Node): string {
    return [...field.childNodes].map(htmlOfNode).join('');
}

function htmlOfNode(node: Node): string {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.nodeValue ?? '');
    if (!(node instanceof Element)) return '';
    const name = node.tagName.toLowerCase();
    const attributes = new Map<string, string>();
    if (name === 'img') {
        const source = node.getAttribute('data-cid') ?? node.getAttribute('src') ?? '';
        if (!CID.test(source)) return '';
        attributes.set('src', source);
        attributes.set('alt', node.getAttribute('alt') ?? '');
    }
    const href = node.getAttribute('href');
    if (href) attributes.set('href', href);
    const written = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
    return VOID.has(name) ? `<${name}${written}>` : `<${name}${written}>${htmlOf(node)}</${name}>`;
}
