import days from '@salesforce/label/c.Patchbay_DurationDays';
import hours from '@salesforce/label/c.Patchbay_DurationHours';
import minutes from '@salesforce/label/c.Patchbay_TargetInMinutes';
import replyDue from '@salesforce/label/c.Patchbay_TargetReplyDue';
import replyDueAt from '@salesforce/label/c.Patchbay_TargetReplyDueAt';
import replyOverdue from '@salesforce/label/c.Patchbay_TargetReplyOverdue';
import replySoon from '@salesforce/label/c.Patchbay_TargetReplySoon';
import resolutionDue from '@salesforce/label/c.Patchbay_TargetResolutionDue';
import resolutionDueAt from '@salesforce/label/c.Patchbay_TargetResolutionDueAt';
import resolutionOverdue from '@salesforce/label/c.Patchbay_TargetResolutionOverdue';
import resolutionSoon from '@salesforce/label/c.Patchbay_TargetResolutionSoon';
import underAMinute from '@salesforce/label/c.Patchbay_TargetInUnderAMinute';

export const labels = {
    days,
    hours,
    minutes,
    replyDue,
    replyDueAt,
    replyOverdue,
    replySoon,
    resolutionDue,
    resolutionDueAt,
    resolutionOverdue,
    resolutionSoon,
    underAMinute,
};
