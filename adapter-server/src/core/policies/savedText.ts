/**
 * E6: "signatures, templates and quick replies with fields"; E7: "Emojis are refused in outbound email (subject, body,
 * templates, signature)". What such a text may hold when it is saved: fields that exist, no emoji, and in HTML only what mail programs and the composer show alike. A mistake is found here, by whoever
 * writes the text, rather than by the customer who gets it.
 */
import { closestName } from '../closestName.ts';
import type { Decision } from '../vocabulary.ts';
import { decideEmojis } from './emojiRefusal.ts';
import { findFields, TEXT_FIELDS, type TextField } from './textFields.ts';

export interface SavedText {
    /** "text", "signature", "acknowledgement". */
    readonly what: string;
    readonly text: string;
    readonly html?: boolean;
    /** Who uses it is no agent: fields about one have no value. */
    readonly byNobody?: boolean;
}

export function decideSavedText({ what, text, html = false, byNobody = false }: SavedText): Decision {
    const fields = decideFields({ what, text, byNobody });
    if (!fields.allowed) return fields;
    const markup = html ? refusedMarkup(text) : null;
    if (markup !== null)
        return {
            allowed: false,
            reason: `${markup} is not sent by email.`,
            nextStep: `Use ${TAGS.join(', ')} and links to https: or mailto: addresses; write < as &lt;.`,
        };
    return decideEmojis([{ field: what, text, html }]);
}

/** The fields alone: for what is not sent, such as a note. */
export function decideFields({ what, text, byNobody = false }: Omit<SavedText, 'html'>): Decision {
    const allowed = TEXT_FIELDS.filter((field) => !byNobody || !isOfAgent(field));
    for (const { field } of findFields(text)) {
        if ((allowed as readonly string[]).includes(field)) continue;
        if (byNobody && (TEXT_FIELDS as readonly string[]).includes(field))
            return {
                allowed: false,
                reason: `{{${field}}} has no value in the ${what}: no agent sends it.`,
                nextStep: 'Leave it out.',
            };
        const meant = closestName(field, allowed);
        return {
            allowed: false,
            reason: `{{${field}}} is no field.`,
            nextStep: meant
                ? `Did you mean {{${meant}}}?`
                : `The fields are ${allowed.map((name) => `{{${name}}}`).join(', ')}.`,
        };
    }
    return { allowed: true };
}

const isOfAgent = (field: TextField): boolean => field.startsWith('agent.');

const TAGS = ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 'ul', 'ol', 'li', 'blockquote', 'a'] as const;
const PLAIN_TAG = new RegExp(`^</?(?:${TAGS.join('|')})\\s*/?>`, 'i');
const LINK = /^<a href="(?:https?:\/\/|mailto:)[^"<>\s]*">/i;

/** The first thing that starts with "<" and is not one of the few tags; null where there is none. */
function refusedMarkup(html: string): string | null {
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
        const rest = html.slice(at, at + MOST_TAG);
        if (!PLAIN_TAG.test(rest) && !LINK.test(rest)) return rest.slice(0, 30).split('>')[0] + '>';
    }
    return null;
}
const MOST_TAG = 2_000;
