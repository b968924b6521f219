/**
 * R8: "Content rules: by channel, address, subject, text, language, customer or form field → queue, priority, skill,
 * tag, template". E10 finds interactions by them.
 *
 * A tag is what people call it: "VIP" and " vip " are one, shown as whoever wrote it first did. A comma separates
 * tags where several are typed, and quotes enclose one in a search, so neither is part of a name.
 */
import type { Decision, NewTags, Role } from '../vocabulary.ts';

export const LONGEST_TAG = 40;
export const MOST_TAGS = 20;
export const DEFAULT_NEW_TAGS: NewTags = 'everybody';

export interface TagName {
    readonly name: string;
    /** Two names with one key are one tag. */
    readonly key: string;
}

/** What nobody sees on a screen, or what turns the line around. */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

export function decideTagName(written: string): Decision<{ readonly tag: TagName }> {
    const name = written.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (name === '') return refuse('A tag needs a name.', 'Write one.');
    if (!name.isWellFormed() || UNSEEN.test(name))
        return refuse('There is a character in it that nobody can see.', 'Type the name by hand.');
    if (/[,"]/.test(name))
        return refuse('A tag has no commas and no quotes in it.', 'Leave them out, or make two tags of it.');
    if ([...name].length > LONGEST_TAG)
        return refuse(`A tag has at most ${LONGEST_TAG} characters.`, 'Write a shorter one.');
    return { allowed: true, tag: { name, key: name.toLowerCase().normalize('NFC') } };
}

/** What was merged is empty: its tags went along. */
export const decideTaggable = (mergedInto: number | null): Decision =>
    mergedInto === null
        ? { allowed: true }
        : refuse('This interaction was merged into another.', 'Tag that one.');

/** @param has how many it has already */
export const decideMoreTags = (has: number): Decision =>
    has < MOST_TAGS
        ? { allowed: true }
        : refuse(`An interaction has at most ${MOST_TAGS} tags.`, 'Remove one first.');

/** Writing a tag that the organization does not have yet. */
export const decideNewTag = (name: string, role: Role, newTags: NewTags): Decision =>
    role === 'admin' || newTags === 'everybody'
        ? { allowed: true }
        : refuse(`There is no tag "${name}".`, 'Choose one from the list, or ask an admin to add it.');

const refuse = (reason: string, nextStep: string) => ({ allowed: false, reason, nextStep }) as const;
