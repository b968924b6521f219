import { LightningElement, api } from 'lwc';
import cancel from '@salesforce/label/c.Patchbay_Cancel';

/**
 * Asks in its place before something is deleted for good. The focus is on what keeps it: a second press of the same key
 * must not delete. Fires `confirm`, or `keep` by its button or Escape; whoever shows it puts the focus back.
 */
export default class PatchbayConfirm extends LightningElement {
    /** What will happen. */
    @api text = '';
    /** The verb on the button. */
    @api confirmLabel = '';
    @api busy = false;

    labels = { cancel };
    private wasShown = false;

    renderedCallback(): void {
        if (this.wasShown) return;
        this.wasShown = true;
        (this.refs?.keep as HTMLElement | undefined)?.focus();
    }

    confirm(): void {
        this.dispatchEvent(new CustomEvent('confirm'));
    }

    keep(): void {
        this.dispatchEvent(new CustomEvent('keep'));
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.keep();
    }
}
