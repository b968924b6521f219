import { LightningElement, api } from 'lwc';

/** What will come here and how to make it come; also "what, why, what to do" where loading failed. Fires `act`. */
export default class PatchbayEmpty extends LightningElement {
    @api icon = 'utility:inbox';
    @api heading = '';
    @api text = '';
    @api actionLabel: string | null = null;
    @api compact = false;

    get classes(): string {
        return this.compact ? 'empty empty_compact' : 'empty';
    }

    handleAction(): void {
        this.dispatchEvent(new CustomEvent('act'));
    }
}
