import accept from '@salesforce/label/c.Patchbay_Accept';
import acceptHint from '@salesforce/label/c.Patchbay_AcceptHint';
import accepting from '@salesforce/label/c.Patchbay_Accepting';
import decline from '@salesforce/label/c.Patchbay_Decline';
import noSubject from '@salesforce/label/c.Patchbay_NoSubject';
import offerFrom from '@salesforce/label/c.Patchbay_OfferFrom';
import transferFrom from '@salesforce/label/c.Patchbay_TransferFrom';
import waited from '@salesforce/label/c.Patchbay_Waited';

export const labels = {
    accept,
    acceptHint,
    accepting,
    decline,
    noSubject,
    offerFrom,
    transferFrom,
    waited,
};
