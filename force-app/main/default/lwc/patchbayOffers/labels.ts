import noSubject from '@salesforce/label/c.Patchbay_NoSubject';
import offerFrom from '@salesforce/label/c.Patchbay_OfferFrom';

export const labels = {
    noSubject,
    offerFrom,
};
