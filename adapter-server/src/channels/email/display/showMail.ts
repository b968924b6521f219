import { foldQuoted, type FoldedQuote } from './foldQuoted.ts';
import { foldQuotedHtml } from './foldQuotedHtml.ts';
import { presentHtml, type PresentOptions } from './presentHtml.ts';
import { MOST_ELEMENTS, sliceHtml } from './sliceHtml.ts';
import { sliceText } from './sliceText.ts';

export interface MailBody {
    readonly text: string;
    /** As it came, unsafe. */
    readonly html: string | null;
}

export interface ShowOptions extends PresentOptions {
    /** What names the mail and how it is shown; see keepShown.ts. */
    readonly key?: string;
}

export interface ShownMail {
    readonly text: FoldedQuote;
    readonly html: FoldedQuote | null;
    readonly blockedRemote: number;
    /** Why only the beginning is there; null where all is. The rest comes by showMailSlice, from 1. */
    readonly folded: string | null;
}

export interface ShownSlice {
    readonly text: string | null;
    readonly html: string | null;
    readonly blockedRemote: number;
    readonly more: boolean;
}

const TOO_LARGE = 'This mail is larger than 1 MB: its beginning is shown.';
const TOO_MANY = `This mail has more than ${MOST_ELEMENTS.toLocaleString('en')} elements: its beginning is shown.`;

/**
 * A mail as an agent first sees it (E6): whole, or its first slice where it is longer than one; the quoted history
 * apart; the HTML cleaned. Quotes are looked for in what came, since cleaning takes away the marks that they are found by.
 */
export function showMail({ text, html }: MailBody, options: ShowOptions): ShownMail {
    const first = sliceText(text, 0);
    const shownText = foldQuoted(first?.text ?? '');
    const slice = html === null ? null : sliceHtml(html, 0);
    if (slice === null) {
        return { text: shownText, html: null, blockedRemote: 0, folded: first?.more ? TOO_LARGE : null };
    }
    const halves = foldQuotedHtml(slice.html);
    const visible = presentHtml(halves.visible, options);
    const quoted = halves.quoted === null ? null : presentHtml(halves.quoted, options);
    return {
        text: shownText,
        html: { visible: visible.html, quoted: quoted?.html ?? null },
        blockedRemote: visible.blockedRemote + (quoted?.blockedRemote ?? 0),
        folded: slice.endedBy && (slice.endedBy === 'elements' ? TOO_MANY : TOO_LARGE),
    };
}

/** What follows, one slice at a time; behind the last there is nothing more. */
export function showMailSlice({ text, html }: MailBody, number: number, options: PresentOptions): ShownSlice {
    if (html === null) {
        const slice = sliceText(text, number);
        return { text: slice?.text ?? '', html: null, blockedRemote: 0, more: slice?.more ?? false };
    }
    const slice = sliceHtml(html, number);
    const shown = presentHtml(slice?.html ?? '', options);
    const more = slice !== null && slice.endedBy !== null;
    return { text: null, html: shown.html, blockedRemote: shown.blockedRemote, more };
}
