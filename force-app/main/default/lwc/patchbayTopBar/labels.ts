import outsideHours from '@salesforce/label/c.Patchbay_OutsideHours';
import outsideShort from '@salesforce/label/c.Patchbay_OutsideShort';
import pendingCommands from '@salesforce/label/c.Patchbay_PendingCommands';

export const labels = {
    outsideHours,
    outsideShort,
    pendingCommands,
};
