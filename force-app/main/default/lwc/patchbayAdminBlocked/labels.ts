import add from '@salesforce/label/c.Patchbay_AdminBlockedAdd';
import added from '@salesforce/label/c.Patchbay_AdminBlockedAdded';
import address from '@salesforce/label/c.Patchbay_AdminBlockedAddress';
import by from '@salesforce/label/c.Patchbay_AdminBlockedBy';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import domain from '@salesforce/label/c.Patchbay_AdminBlockedDomain';
import empty from '@salesforce/label/c.Patchbay_AdminBlockedEmpty';
import emptyText from '@salesforce/label/c.Patchbay_AdminBlockedEmptyText';
import heading from '@salesforce/label/c.Patchbay_AdminBlocked';
import left from '@salesforce/label/c.Patchbay_AdminBlockedLeft';
import lifted from '@salesforce/label/c.Patchbay_AdminBlockedLifted';
import more from '@salesforce/label/c.Patchbay_AdminMore';
import noReason from '@salesforce/label/c.Patchbay_AdminBlockedNoReason';
import reason from '@salesforce/label/c.Patchbay_AdminBlockedReason';
import released from '@salesforce/label/c.Patchbay_AdminBlockedReleased';
import sender from '@salesforce/label/c.Patchbay_AdminBlockedSender';
import text from '@salesforce/label/c.Patchbay_AdminBlockedText';
import unblock from '@salesforce/label/c.Patchbay_AdminBlockedUnblock';
import unblockAlone from '@salesforce/label/c.Patchbay_AdminBlockedUnblockAlone';
import unblockName from '@salesforce/label/c.Patchbay_AdminBlockedUnblockName';
import unblockRelease from '@salesforce/label/c.Patchbay_AdminBlockedUnblockRelease';
import unblockText from '@salesforce/label/c.Patchbay_AdminBlockedUnblockText';

export const labels = {
    add,
    added,
    address,
    by,
    cancel,
    domain,
    empty,
    emptyText,
    heading,
    left,
    lifted,
    more,
    noReason,
    reason,
    released,
    sender,
    text,
    unblock,
    unblockAlone,
    unblockName,
    unblockRelease,
    unblockText,
};
