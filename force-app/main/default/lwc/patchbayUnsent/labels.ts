import customerWrote from '@salesforce/label/c.Patchbay_UnsentCustomerWrote';
import edit from '@salesforce/label/c.Patchbay_UnsentEdit';
import leavesSoon from '@salesforce/label/c.Patchbay_UnsentLeavesSoon';
import sendNow from '@salesforce/label/c.Patchbay_UnsentSendNow';
import scheduledFor from '@salesforce/label/c.Patchbay_UnsentScheduledFor';
import undo from '@salesforce/label/c.Patchbay_UnsentUndo';

export const labels = {
    customerWrote,
    edit,
    leavesSoon,
    sendNow,
    scheduledFor,
    undo,
};
