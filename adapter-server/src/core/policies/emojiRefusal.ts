/**
 * E7: "Emojis are refused in outbound email (subject, body, templates, signature; the customer's quoted text is
 * exempt), with the place shown."
 *
 * What counts is what Unicode recommends to show as an emoji (RGI_Emoji): © ® ™ ☎ and digits are text, and so is any
 * sign whose text form is asked for (U+FE0E). The customer's own words are exempt wherever they come back to them:
 * quoted below a reply, forwarded, or as the subject of their thread, which a reply must keep so that their mail
 * program still threads it. The components' copy of this file is generated: both sides find the same places.
 */

export interface WrittenText {
    /** What the agent would call it: "subject", "body", "signature". */
    readonly field: string;
    readonly text: string;
    /** HTML: character references (&#128512;) are emojis as well. */
    readonly html?: boolean | undefined;
    /** The customer's words as they may stand in this text, exempt: the subject of their mail. */
    readonly customersWords?: string | undefined;
}

export interface EmojiPlace {
    readonly field: string;
    /** From the start of the text, in UTF-16 units, as editors count. */
    readonly offset: number;
    /** In UTF-16 units as written: what to cut out, in HTML the whole character reference. */
    readonly length: number;
    readonly emoji: string;
}

export type EmojiDecision =
    | { readonly allowed: true }
    | {
          readonly allowed: false;
          readonly reason: string;
          readonly nextStep: string;
          readonly places: readonly EmojiPlace[];
      };

// Built from a string: compilers that do not know the flag yet leave it alone.
const EMOJI = new RegExp('\\p{RGI_Emoji}(?!\\uFE0E)', 'gv');
const CHARACTER_REFERENCE = /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi;

const same = (index: number): number => index;

const MOST_NAMED = 5;

/** Every emoji, in the order of the texts. */
export function findEmojis(texts: readonly WrittenText[]): EmojiPlace[] {
    return texts.flatMap((text) => {
        const { plain, at } = text.html ? withoutReferences(text.text) : { plain: text.text, at: same };
        const exempt = exemptRange(plain, text.customersWords ?? '');
        return [...plain.matchAll(EMOJI)]
            .filter(({ index }) => index < exempt.from || index >= exempt.to)
            .map(({ 0: emoji, index }) => {
                const offset = at(index);
                return { field: text.field, offset, length: at(index + emoji.length) - offset, emoji };
            });
    });
}

/** Whether these texts may go out by email. */
export function decideEmojis(texts: readonly WrittenText[]): EmojiDecision {
    const places = findEmojis(texts);
    const [first] = places;
    if (!first) return { allowed: true };
    const named = places.slice(0, MOST_NAMED).map((place) => inWords(place, texts));
    const more = places.length - named.length;
    return {
        allowed: false,
        reason: `Emojis are not sent by email: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
        nextStep: places.length === 1 ? 'Remove it, or say it in words.' : 'Remove them, or say it in words.',
        places,
    };
}

/** "🎉 in the subject", "🙂 in line 3 of the body". */
function inWords({ field, offset, emoji }: EmojiPlace, texts: readonly WrittenText[]): string {
    const written = texts.find((text) => text.field === field);
    const lines = written && !written.html ? written.text.slice(0, offset).split('\n').length : 1;
    const isLong = written !== undefined && !written.html && written.text.includes('\n');
    return isLong ? `${emoji} in line ${lines} of the ${field}` : `${emoji} in the ${field}`;
}

/** For what a machine fills in: a customer's name may carry one, and no person is there to remove it. */
export const withoutEmojis = (text: string): string =>
    findEmojis([{ field: '', text }]).length === 0
        ? text
        : text.replace(EMOJI, '').replace(/ {2,}/g, ' ').trim();

function exemptRange(text: string, customersWords: string): { from: number; to: number } {
    const from = customersWords === '' ? -1 : text.indexOf(customersWords);
    return from < 0 ? { from: Infinity, to: Infinity } : { from, to: from + customersWords.length };
}

/** The text with its numeric character references read, and where each of its units stood before. */
function withoutReferences(html: string): { plain: string; at: (index: number) => number } {
    /** Behind each reference: up to where the text was read, and how much longer it is as written. */
    const behind: number[] = [];
    const longer: number[] = [];
    let plain = '';
    let read = 0;
    for (const { 0: reference, 1: hex, 2: decimal, index } of html.matchAll(CHARACTER_REFERENCE)) {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        if (code > 0x10ffff) continue;
        const character = String.fromCodePoint(code);
        plain += html.slice(read, index) + character;
        read = index + reference.length;
        behind.push(plain.length);
        longer.push((longer.at(-1) ?? 0) + reference.length - character.length);
    }
    const at = (index: number): number => index + (longer[countUpTo(behind, index) - 1] ?? 0);
    return { plain: plain + html.slice(read), at };
}

/** How many of these ascending numbers are at most the limit. */
function countUpTo(ascending: readonly number[], limit: number): number {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
        else high = middle;
    }
    return low;
}
