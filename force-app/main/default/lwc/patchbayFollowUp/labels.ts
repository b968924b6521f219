import cancel from '@salesforce/label/c.Patchbay_Cancel';
import followUpDate from '@salesforce/label/c.Patchbay_FollowUpDate';
import inFourHours from '@salesforce/label/c.Patchbay_InFourHours';
import inOneDay from '@salesforce/label/c.Patchbay_InOneDay';
import inOneHour from '@salesforce/label/c.Patchbay_InOneHour';
import inOneWeek from '@salesforce/label/c.Patchbay_InOneWeek';
import pendingText from '@salesforce/label/c.Patchbay_PendingText';
import pendingTitle from '@salesforce/label/c.Patchbay_PendingTitle';
import setPending from '@salesforce/label/c.Patchbay_SetPending';

export const labels = {
    cancel,
    followUpDate,
    inFourHours,
    inOneDay,
    inOneHour,
    inOneWeek,
    pendingText,
    pendingTitle,
    setPending,
};
