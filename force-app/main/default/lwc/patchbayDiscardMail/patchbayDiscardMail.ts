import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/**
 * Puts away a new mail that was begun. What was written is deleted with it, so it asks once, in its place; where nothing
 * was written there is nothing to ask. Fires `discard`.
 */
export default class PatchbayDiscardMail extends LightningElement {
    /** Something was written. */
    @api asks = false;
    @api busy = false;

    labels = labels;
    asking = false;
    private focusNext: 'keep' | 'ask' | null = null;

    renderedCallback(): void {
        const target = this.focusNext && (this.refs?.[this.focusNext] as HTMLElement | undefined);
        if (!target) return;
        this.focusNext = null;
        target.focus();
    }

    handleDiscard(): void {
        if (!this.asks) return this.discard();
        this.asking = true;
        // A second press of the same key must not delete.
        this.focusNext = 'keep';
    }

    keep(): void {
        this.asking = false;
        this.focusNext = 'ask';
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        this.keep();
    }

    discard(): void {
        this.dispatchEvent(new CustomEvent('discard'));
    }
}
