import { findEmojis } from '../../core/policies/emojiRefusal.ts';

/** With what is quoted in it, where a `>` ends nothing; no other tag begins in it, so that each is read once. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
const DESCRIPTION = /(\s(?:alt|title)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi;

/**
 * E7 for what stands behind an image or a link and no agent has typed: a picture is described by the name of its file,
 * and a mail program shows that in its place. There is nothing in the composer to correct it in, so it is left out.
 */
export const describedWithoutEmojis = (html: string): string =>
    html.replace(TAG, (tag) =>
        tag.replace(DESCRIPTION, (_, name: string, value: string) => name + withoutPlaces(value)),
    );

function withoutPlaces(value: string): string {
    let left = value;
    for (const { offset, length } of findEmojis([{ field: '', text: value, html: true }]).reverse())
        left = left.slice(0, offset) + left.slice(offset + length);
    return left === '' ? '""' : left;
}
