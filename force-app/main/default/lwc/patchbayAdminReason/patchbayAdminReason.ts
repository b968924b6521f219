import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** Asks in place why something is given up or discarded. Fires `decide` {reason} and `cancel`. */
export default class PatchbayAdminReason extends LightningElement {
    @api actionLabel = '';

    labels = labels;
    private reason = '';

    get isMissing(): boolean {
        return this.reason.trim() === '';
    }

    handleInput(event: Event): void {
        this.reason = (event.currentTarget as HTMLInputElement).value;
    }
    handleSubmit(event: Event): void {
        event.preventDefault();
        if (!this.isMissing)
            this.dispatchEvent(new CustomEvent('decide', { detail: { reason: this.reason.trim() } }));
    }
    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
