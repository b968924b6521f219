import cancel from '@salesforce/label/c.Patchbay_Cancel';
import mergeEmpty from '@salesforce/label/c.Patchbay_MergeEmpty';
import mergeEmptyText from '@salesforce/label/c.Patchbay_MergeEmptyText';
import mergeInto from '@salesforce/label/c.Patchbay_MergeInto';
import mergeText from '@salesforce/label/c.Patchbay_MergeText';
import mergeTitle from '@salesforce/label/c.Patchbay_MergeTitle';
import noSubject from '@salesforce/label/c.Patchbay_NoSubject';

export const labels = {
    cancel,
    mergeEmpty,
    mergeEmptyText,
    mergeInto,
    mergeText,
    mergeTitle,
    noSubject,
};
