/** The HTML beside a text that an agent wrote: paragraphs, links, and quotes as quotes. Linear in its length. */
export const htmlOfText = (text: string): string =>
    `<!doctype html><html><body>${htmlFragmentOfText(text)}</body></html>`;

/** The same without its page. */
export function htmlFragmentOfText(text: string): string {
    const out: string[] = [];
    let depth = 0;
    for (const line of text.split(/\r?\n/)) {
        const mark = /^(?:> ?)+/.exec(line)?.[0] ?? '';
        const level = mark.length === 0 ? 0 : mark.split('>').length - 1;
        for (; depth < level; depth += 1) out.push('<blockquote type="cite">');
        for (; depth > level; depth -= 1) out.push('</blockquote>');
        out.push(`${linked(line.slice(mark.length))}<br>`);
    }
    for (; depth > 0; depth -= 1) out.push('</blockquote>');
    return `<div style="font-family:sans-serif">${out.join('\n')}</div>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

const linked = (line: string): string =>
    line
        .split(/(https?:\/\/[^\s<>"]{1,2000})/)
        .map((part, n) => (n % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
        .join('');
