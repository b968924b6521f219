/**
 * The text of a saved HTML text (policies/savedText.ts says which few tags it may hold), for what can only show text.
 */
export function textOfTemplate(html: string): string {
    const lines = plainLinks(html.replace(/\s+/g, ' '))
        .replace(/ ?<br\s*\/?> ?/gi, '\n')
        .replace(/ ?<li> ?/gi, '\n- ')
        .replace(/ ?<\/?(?:p|ul|ol|blockquote)\s*\/?> ?/gi, '\n\n');
    return withoutTags(lines)
        .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|nbsp));/gi, decoded)
        .replace(/\n{3,}/g, '\n\n')
        .trim();
}

/*
 * Where a pattern of an opening and an end finds no end, a regular expression looks for it again from each further
 * opening: quadratic in their number. These two look once, and stop.
 */

/** `<a href="target">label</a>`, as "label (target)". */
function plainLinks(html: string): string {
    const opening = /<a href="/gi;
    const closing = /<\/a>/gi;
    const out: string[] = [];
    let done = 0;
    for (let open = opening.exec(html); open; open = opening.exec(html)) {
        const target = opening.lastIndex;
        const quote = html.indexOf('"', target);
        if (quote === -1) break;
        if (html[quote + 1] !== '>') continue;
        const label = quote + 2;
        closing.lastIndex = label;
        const close = closing.exec(html);
        if (!close) break;
        out.push(
            html.slice(done, open.index),
            linked(html.slice(target, quote), html.slice(label, close.index)),
        );
        done = closing.lastIndex;
        opening.lastIndex = done;
    }
    return out.join('') + html.slice(done);
}

const linked = (target: string, label: string): string =>
    label === target ? label : `${label} (${target.replace(/^mailto:/i, '')})`;

/** From each `<` to the next `>`. */
function withoutTags(html: string): string {
    const out: string[] = [];
    let done = 0;
    for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', done)) {
        const end = html.indexOf('>', open);
        if (end === -1) break;
        out.push(html.slice(done, open));
        done = end + 1;
    }
    return out.join('') + html.slice(done);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
}
