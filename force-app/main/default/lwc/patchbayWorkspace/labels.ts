import backToInbox from '@salesforce/label/c.Patchbay_BackToInbox';
import failed from '@salesforce/label/c.Patchbay_Failed';
import failedText from '@salesforce/label/c.Patchbay_FailedText';
import nothingOpen from '@salesforce/label/c.Patchbay_NothingOpen';
import nothingOpenText from '@salesforce/label/c.Patchbay_NothingOpenText';
import reload from '@salesforce/label/c.Patchbay_Reload';
import myTexts from '@salesforce/label/c.Patchbay_MyTexts';
import serviceTargets from '@salesforce/label/c.Patchbay_ServiceTargets';

export const labels = {
    myTexts,
    backToInbox,
    failed,
    failedText,
    nothingOpen,
    nothingOpenText,
    reload,
    serviceTargets,
};
