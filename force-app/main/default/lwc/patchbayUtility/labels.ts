import backToInbox from '@salesforce/label/c.Patchbay_BackToInbox';
import directory from '@salesforce/label/c.Patchbay_Directory';
import failed from '@salesforce/label/c.Patchbay_Failed';
import failedText from '@salesforce/label/c.Patchbay_FailedText';
import inbox from '@salesforce/label/c.Patchbay_Inbox';
import patchbay from '@salesforce/label/c.Patchbay_Patchbay';
import patchbayOffline from '@salesforce/label/c.Patchbay_PatchbayOffline';
import reload from '@salesforce/label/c.Patchbay_Reload';
import transfer from '@salesforce/label/c.Patchbay_Transfer';
import utilityCount from '@salesforce/label/c.Patchbay_UtilityCount';
import utilityTabs from '@salesforce/label/c.Patchbay_UtilityTabs';

export const labels = {
    backToInbox,
    directory,
    failed,
    failedText,
    inbox,
    patchbay,
    patchbayOffline,
    reload,
    transfer,
    utilityCount,
    utilityTabs,
};
