import { LightningElement } from 'lwc';
import { onHostEvent } from '../../../stubs/hostEvents';

/** The utility alone, as it is after a pop-out: its label becomes the window's title. */
export default class UtilityWindow extends LightningElement {
    connectedCallback(): void {
        document.title = 'Patchbay';
        onHostEvent('updateUtility', ({ label, highlighted }) => {
            if (label !== undefined) document.title = highlighted === true ? `● ${label}` : label;
        });
    }
}
