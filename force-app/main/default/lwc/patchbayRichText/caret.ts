/** Where the caret stands in the field, and what is done there. */

const BLOCKS = 'p, div, li, blockquote, pre, td, th, h1, h2, h3';

/** The caret, where it stands in this field and nothing is selected. */
function caretIn(field: HTMLElement): Range | null {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || !selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return isWithin(range.startContainer, field) ? range : null;
}

function isWithin(node: Node | null, field: HTMLElement): boolean {
    for (let at = node; at; at = at.parentNode) if (at === field) return true;
    return false;
}

/** What stands before the caret in its line; null where it is not in the field. */
export function textBefore(field: HTMLElement): string | null {
    const caret = caretIn(field);
    if (!caret) return null;
    const { startContainer } = caret;
    const near = startContainer instanceof Element ? startContainer : startContainer.parentElement;
    const block = near?.closest(BLOCKS);
    const line = document.createRange();
    line.setStart(block && isWithin(block, field) ? block : field, 0);
    line.setEnd(caret.startContainer, caret.startOffset);
    const written = line.cloneContents();
    for (const end of [...written.querySelectorAll('br')]) end.replaceWith('\n');
    return written.textContent ?? '';
}

/** Selects so many characters before the caret, so that what is inserted takes their place. */
export function selectBefore(field: HTMLElement, length: number): void {
    const caret = caretIn(field);
    if (!caret) return;
    const { startContainer, startOffset } = caret;
    if (startContainer.nodeType === Node.TEXT_NODE && startOffset >= length)
        select(startContainer, startOffset - length, startOffset);
    else for (let left = length; left > 0; left -= 1) document.execCommand('delete');
}

/** Selects the first place of one of these words; false where none stands there. */
export function selectWords(field: HTMLElement, pattern: RegExp): boolean {
    const pieces = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    while (pieces.nextNode()) {
        const found = pattern.exec(pieces.currentNode.nodeValue ?? '');
        if (!found) continue;
        select(pieces.currentNode, found.index, found.index + found[0].length);
        return true;
    }
    return false;
}

export function caretAtEnd(field: HTMLElement): void {
    const end = document.createRange();
    end.selectNodeContents(field);
    end.collapse(false);
    choose(end);
}

/** What is selected in the field, to come back to it; null where the caret is elsewhere. */
export function selectionIn(field: HTMLElement): Range | null {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    return isWithin(range.commonAncestorContainer, field) ? range.cloneRange() : null;
}

export function choose(range: Range): void {
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
}

function select(node: Node, from: number, to: number): void {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    choose(range);
}
