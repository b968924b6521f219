/** The keys of the workspace. Typing is never taken for a command. */

export type Shortcut =
    | 'next'
    | 'previous'
    | 'accept'
    | 'reply'
    | 'replyAll'
    | 'forward'
    | 'note'
    | 'close'
    | 'transfer'
    | 'pending'
    | 'quickReply'
    | 'macros'
    | 'tags'
    | 'search'
    | 'sheet'
    | 'back';

const KEYS: Readonly<Record<string, Shortcut>> = {
    j: 'next',
    k: 'previous',
    a: 'accept',
    r: 'reply',
    R: 'replyAll',
    f: 'forward',
    n: 'note',
    c: 'close',
    t: 'transfer',
    p: 'pending',
    q: 'quickReply',
    m: 'macros',
    l: 'tags',
    '/': 'search',
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

/**
 * Escape leaves a text in which it closes nothing, so that the keys are commands again.
 *
 * @returns whether it did; then the key is taken
 */
export function leaveText(event: KeyboardEvent, within: EventTarget): boolean {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return false;
    const path = event.composedPath();
    const [field] = path;
    if (!(field instanceof HTMLElement) || !path.includes(within)) return false;
    if (!field.isContentEditable && field.tagName !== 'TEXTAREA') return false;
    field.blur();
    event.preventDefault();
    return true;
}

/** The digit of Ctrl+Shift+digit, which works while one types, too; null for any other key. */
export function macroKeyOf(event: KeyboardEvent): string | null {
    if (event.defaultPrevented || event.altKey || !event.shiftKey || !(event.ctrlKey || event.metaKey))
        return null;
    // With Shift the key's own name is another sign, and which one depends on the keyboard.
    return /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? null;
}

function isEditable(element: HTMLElement): boolean {
    return element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName);
}
