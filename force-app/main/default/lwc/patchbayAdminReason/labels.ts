import cancel from '@salesforce/label/c.Patchbay_Cancel';
import why from '@salesforce/label/c.Patchbay_AdminDecide';

export const labels = {
    cancel,
    why,
};
