export const keyOf = (name: string): string =>
    name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** What was added and removed here and the server has not shown yet. */
export interface Expected {
    readonly added: readonly string[];
    readonly removed: readonly string[];
}
export const nothing: Expected = { added: [], removed: [] };

const without = (names: readonly string[], name: string): string[] =>
    names.filter((one) => keyOf(one) !== keyOf(name));
const has = (names: readonly string[], name: string): boolean =>
    names.some((one) => keyOf(one) === keyOf(name));

export function shownTags(tags: readonly string[], { added, removed }: Expected): string[] {
    const kept = tags.filter((name) => !has(removed, name));
    return [...kept, ...added.filter((name) => !has(kept, name))];
}

export const adding = ({ added, removed }: Expected, name: string): Expected => ({
    added: [...without(added, name), name],
    removed: without(removed, name),
});
export const removing = ({ added, removed }: Expected, name: string): Expected => ({
    added: without(added, name),
    removed: [...without(removed, name), name],
});
export const forgetting = ({ added, removed }: Expected, name: string): Expected => ({
    added: without(added, name),
    removed: without(removed, name),
});

/** What the server shows now is no longer expected. */
export const confirmed = ({ added, removed }: Expected, tags: readonly string[]): Expected => ({
    added: added.filter((name) => !has(tags, name)),
    removed: removed.filter((name) => has(tags, name)),
});
