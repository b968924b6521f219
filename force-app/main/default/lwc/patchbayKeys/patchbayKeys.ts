/** The keys of the workspace. Typing is never taken for a command. */

export type Shortcut =
    'next' | 'previous' | 'accept' | 'reply' | 'note' | 'close' | 'transfer' | 'sheet' | 'back';

const KEYS: Readonly<Record<string, Shortcut>> = {
    j: 'next',
    k: 'previous',
    a: 'accept',
    r: 'reply',
    n: 'note',
    c: 'close',
    t: 'transfer',
    '?': 'sheet',
    Escape: 'back',
};

/** What the key asks for, or null where it belongs to a field, a menu or the browser. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
    const target = event.composedPath()[0];
    if (target instanceof HTMLElement && isEditable(target)) return null;
    return KEYS[event.key] ?? null;
}

function isEditable(element: HTMLElement): boolean {
    return element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName);
}
