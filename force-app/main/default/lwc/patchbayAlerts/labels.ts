import alertOffer from '@salesforce/label/c.Patchbay_AlertOffer';
import patchbay from '@salesforce/label/c.Patchbay_Patchbay';

export const labels = {
    alertOffer,
    patchbay,
};
