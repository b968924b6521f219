/** Formatted text as a quick reply keeps it: the few tags that the server takes (savedText.ts), whatever was pasted. */

const INLINE = new Set(['B', 'STRONG', 'I', 'EM', 'U']);
const BLOCKS = new Set(['P', 'UL', 'OL', 'LI', 'BLOCKQUOTE']);
/** Lines of their own, in which a field or a pasted page writes what is a paragraph here. */
const LINES = new Set(['DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', 'TR']);

const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const parsed = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

export const keptHtml = (html: string): string => written(parsed(html)).trim();

/** Its words in one line, for a list. */
export const wordsOf = (html: string): string => {
    const body = parsed(html);
    for (const block of [...body.querySelectorAll('p, li, br, blockquote')]) block.append(' ');
    return body.textContent ?? '';
};

function written(from: Node): string {
    return [...from.childNodes].map(writtenNode).join('');
}

function writtenNode(node: Node): string {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.nodeValue ?? '');
    if (!(node instanceof Element)) return '';
    const name = node.tagName.toUpperCase();
    if (name === 'BR') return '<br>';
    const inside = written(node);
    if (name === 'A') return linked(node, inside);
    if (INLINE.has(name) || BLOCKS.has(name))
        return `<${name.toLowerCase()}>${inside}</${name.toLowerCase()}>`;
    const isLine = LINES.has(name) && !/<(?:p|ul|ol|blockquote)>/.test(inside);
    return isLine ? `<p>${inside}</p>` : inside;
}

function linked(node: Element, inside: string): string {
    const href = (node.getAttribute('href') ?? '').replaceAll(' ', '%20');
    return /^(?:https?:\/\/|mailto:)[^"<>\s]*$/i.test(href)
        ? `<a href="${escaped(href)}">${inside}</a>`
        : inside;
}
