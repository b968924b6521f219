import { LightningElement } from 'lwc';

/** sfdx-lwc-jest has no stub for this module. */
export default class LightningModal extends LightningElement {
    static open = jest.fn().mockResolvedValue(undefined);

    close(result: unknown): void {
        this.dispatchEvent(new CustomEvent('privateclose', { detail: { result } }));
    }
}
