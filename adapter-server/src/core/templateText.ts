/**
 * The text of a saved HTML text (policies/savedText.ts says which few tags it may hold), for what can only show text.
 */
export function textOfTemplate(html: string): string {
    return html
        .replace(/\s+/g, ' ')
        .replace(/<a href="([^"]*)">(.*?)<\/a>/gi, (_link, target: string, label: string) =>
            label === target ? label : `${label} (${target.replace(/^mailto:/i, '')})`,
        )
        .replace(/ ?<br\s*\/?> ?/gi, '\n')
        .replace(/ ?<li> ?/gi, '\n- ')
        .replace(/ ?<\/?(?:p|ul|ol|blockquote)\s*\/?> ?/gi, '\n\n')
        .replace(/<[^>]*>/g, '')
        .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|nbsp));/gi, decoded)
        .replace(/\n{3,}/g, '\n\n')
        .trim();
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
}
