import offlineSince from '@salesforce/label/c.Patchbay_OfflineSince';
import offlineWorks from '@salesforce/label/c.Patchbay_OfflineWorks';

export const labels = {
    offlineSince,
    offlineWorks,
};
