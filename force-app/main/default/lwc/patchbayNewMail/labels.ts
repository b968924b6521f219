import address from '@salesforce/label/c.Patchbay_NewMailAddress';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import newMail from '@salesforce/label/c.Patchbay_NewMail';
import queue from '@salesforce/label/c.Patchbay_NewMailQueue';
import start from '@salesforce/label/c.Patchbay_NewMailStart';

export const labels = {
    address,
    cancel,
    newMail,
    queue,
    start,
};
