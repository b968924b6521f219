import { LightningElement } from 'lwc';
import { labels } from './labels';

const ROWS = [
    { keys: 'j  ↓', text: labels.keyNext },
    { keys: 'k  ↑', text: labels.keyPrevious },
    { keys: 'Enter', text: labels.keyOpen },
    { keys: 'Space', text: labels.keySelect },
    { keys: 'Shift Space', text: labels.keySelectRange },
    { keys: '/', text: labels.keySearch },
    { keys: 'a', text: labels.keyAccept },
    { keys: 'r', text: labels.keyReply },
    { keys: 'Shift r', text: labels.keyReplyAll },
    { keys: 'f', text: labels.keyForward },
    { keys: 'n', text: labels.keyNote },
    { keys: 'c', text: labels.keyClose },
    { keys: 't', text: labels.keyTransfer },
    { keys: 'p', text: labels.keyPending },
    { keys: 'q  /', text: labels.keyQuickReply },
    { keys: 'l', text: labels.keyTags },
    { keys: 'm', text: labels.keyMacro },
    { keys: 'Ctrl Shift 1…9', text: labels.keyMacroDirect },
    { keys: 'Ctrl Enter', text: labels.keySend },
    { keys: 'Ctrl Shift Enter', text: labels.keySendAndClose },
    { keys: 'Esc', text: labels.keyBack },
    { keys: '?', text: labels.keySheet },
];

/** What the keys do. Fires `close`. */
export default class PatchbayShortcutSheet extends LightningElement {
    labels = labels;
    rows = ROWS;
    private focused = false;

    renderedCallback(): void {
        if (this.focused) return;
        this.focused = true;
        (this.refs?.close as HTMLElement | undefined)?.focus();
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape' && event.key !== '?') return;
        event.preventDefault();
        event.stopPropagation();
        this.close();
    }

    close(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
