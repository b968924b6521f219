import mayBelongTo from '@salesforce/label/c.Patchbay_MayBelongTo';
import mayBelongToNext from '@salesforce/label/c.Patchbay_MayBelongToNext';
import merge from '@salesforce/label/c.Patchbay_Merge';
import noSubject from '@salesforce/label/c.Patchbay_NoSubject';
import originalAway from '@salesforce/label/c.Patchbay_OriginalAway';
import originalAwayNext from '@salesforce/label/c.Patchbay_OriginalAwayNext';
import originalThere from '@salesforce/label/c.Patchbay_OriginalThere';
import transferTo from '@salesforce/label/c.Patchbay_TransferTo';

export const labels = {
    mayBelongTo,
    mayBelongToNext,
    merge,
    noSubject,
    originalAway,
    originalAwayNext,
    originalThere,
    transferTo,
};
