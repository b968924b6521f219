import { LightningElement, api } from 'lwc';

interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}

/**
 * What every list of the administration has around its rows, which stand in its slot: the refusal or the notice of what
 * was done last, loading, empty, and a button for more. Fires `dismiss` and `more`.
 */
export default class PatchbayAdminList extends LightningElement {
    @api refusal: Refusal | null = null;
    @api notice: string | null = null;
    @api loading = false;
    @api empty = false;
    @api emptyIcon = 'utility:success';
    @api emptyHeading = '';
    @api emptyText = '';
    @api more = false;
    @api moreLabel = '';

    dismiss(): void {
        this.dispatchEvent(new CustomEvent('dismiss'));
    }
    handleMore(): void {
        this.dispatchEvent(new CustomEvent('more'));
    }
}
