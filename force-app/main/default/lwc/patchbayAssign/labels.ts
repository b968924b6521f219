import assign from '@salesforce/label/c.Patchbay_Assign';
import assignTitle from '@salesforce/label/c.Patchbay_AssignTitle';
import cancel from '@salesforce/label/c.Patchbay_Cancel';

export const labels = {
    assign,
    assignTitle,
    cancel,
};
