/** Above these a mail is shown in part: a browser strains at it, and nobody reads it to its end. */
const MOST_CHARACTERS = 1_000_000;
const MOST_TAGS = 5_000;

export interface CutHtml {
    readonly html: string;
    /** Why only the beginning is there; null when all is. */
    readonly folded: string | null;
}

/** One pass. What is cut off stays in the record: this is about display only. */
export function cutLongHtml(html: string): CutHtml {
    const text = html.length > MOST_CHARACTERS ? cutBeforeTag(html, MOST_CHARACTERS) : html;
    let at = -1;
    for (let tags = 0; tags <= MOST_TAGS; tags++) {
        at = text.indexOf('<', at + 1);
        if (at === -1) break;
    }
    if (at !== -1) {
        return {
            html: text.slice(0, at),
            folded: `This mail has more than ${MOST_TAGS} elements: its beginning is shown.`,
        };
    }
    if (text.length < html.length) {
        return { html: text, folded: 'This mail is larger than 1 MB: its beginning is shown.' };
    }
    return { html, folded: null };
}

/** Not within a tag, where half of an attribute would be shown as text. */
function cutBeforeTag(html: string, limit: number): string {
    const head = html.slice(0, limit);
    const open = head.lastIndexOf('<');
    return open > head.lastIndexOf('>') ? head.slice(0, open) : head;
}
