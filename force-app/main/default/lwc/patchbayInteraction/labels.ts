import newBelow from '@salesforce/label/c.Patchbay_NewBelow';
import noSubject from '@salesforce/label/c.Patchbay_NoSubject';
import notNow from '@salesforce/label/c.Patchbay_NotNow';
import offerFrom from '@salesforce/label/c.Patchbay_OfferFrom';
import timeline from '@salesforce/label/c.Patchbay_Timeline';
import tryAgain from '@salesforce/label/c.Patchbay_TryAgain';

export const labels = {
    newBelow,
    noSubject,
    notNow,
    offerFrom,
    timeline,
    tryAgain,
};
