import cancel from '@salesforce/label/c.Patchbay_ScheduledCancel';
import cancelled from '@salesforce/label/c.Patchbay_ScheduledCancelled';
import edit from '@salesforce/label/c.Patchbay_ScheduledEdit';
import empty from '@salesforce/label/c.Patchbay_ScheduledEmpty';
import emptyText from '@salesforce/label/c.Patchbay_ScheduledEmptyText';
import gone from '@salesforce/label/c.Patchbay_ScheduledGone';
import leaves from '@salesforce/label/c.Patchbay_ScheduledLeaves';
import noSubject from '@salesforce/label/c.Patchbay_ScheduledNoSubject';
import now from '@salesforce/label/c.Patchbay_ScheduledNow';
import openDraft from '@salesforce/label/c.Patchbay_ScheduledOpenDraft';
import scheduled from '@salesforce/label/c.Patchbay_Scheduled';
import sent from '@salesforce/label/c.Patchbay_ScheduledSent';
import to from '@salesforce/label/c.Patchbay_ScheduledTo';
import tryAgain from '@salesforce/label/c.Patchbay_TryAgain';
import wrote from '@salesforce/label/c.Patchbay_ScheduledWrote';

export const labels = {
    cancel,
    cancelled,
    edit,
    empty,
    emptyText,
    gone,
    leaves,
    noSubject,
    now,
    openDraft,
    scheduled,
    sent,
    to,
    tryAgain,
    wrote,
};
