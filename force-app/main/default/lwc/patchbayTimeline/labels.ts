import earlierEvents from '@salesforce/label/c.Patchbay_EarlierEvents';
import internal from '@salesforce/label/c.Patchbay_Internal';
import patchbay from '@salesforce/label/c.Patchbay_Patchbay';
import timeline from '@salesforce/label/c.Patchbay_Timeline';

export const labels = {
    earlierEvents,
    internal,
    patchbay,
    timeline,
};
