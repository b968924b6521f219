import { LightningElement, api } from 'lwc';
import type { SignatureView } from 'c/patchbayProtocol';
import { labels } from './labels';

/** What the server puts below what is written, folded until asked for. */
export default class PatchbaySignaturePreview extends LightningElement {
    @api signature: SignatureView | null = null;

    labels = labels;

    get whose(): string {
        switch (this.signature?.of) {
            case 'agent':
                return labels.signatureOfAgent;
            case 'queue':
                return labels.signatureOfQueue;
            default:
                return labels.signatureNone;
        }
    }
}
