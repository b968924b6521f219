import senderChecked from '@salesforce/label/c.Patchbay_SenderChecked';
import senderDetail from '@salesforce/label/c.Patchbay_SenderDetail';
import senderFailed from '@salesforce/label/c.Patchbay_SenderFailed';
import senderNotChecked from '@salesforce/label/c.Patchbay_SenderNotChecked';
import senderUnknown from '@salesforce/label/c.Patchbay_SenderUnknown';

export const labels = {
    senderChecked,
    senderDetail,
    senderFailed,
    senderNotChecked,
    senderUnknown,
};
