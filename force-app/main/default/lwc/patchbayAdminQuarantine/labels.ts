import all from '@salesforce/label/c.Patchbay_AdminQuarantineAll';
import discard from '@salesforce/label/c.Patchbay_AdminQuarantineDiscard';
import discarded from '@salesforce/label/c.Patchbay_AdminQuarantineDiscarded';
import download from '@salesforce/label/c.Patchbay_AdminQuarantineDownload';
import empty from '@salesforce/label/c.Patchbay_AdminQuarantineEmpty';
import emptyText from '@salesforce/label/c.Patchbay_AdminQuarantineEmptyText';
import from from '@salesforce/label/c.Patchbay_AdminQuarantineFrom';
import heading from '@salesforce/label/c.Patchbay_AdminQuarantine';
import more from '@salesforce/label/c.Patchbay_AdminMore';
import nobody from '@salesforce/label/c.Patchbay_AdminQuarantineNobody';
import origin from '@salesforce/label/c.Patchbay_AdminQuarantineOrigin';
import retry from '@salesforce/label/c.Patchbay_AdminQuarantineRetry';
import show from '@salesforce/label/c.Patchbay_AdminOutboxShow';
import taken from '@salesforce/label/c.Patchbay_AdminQuarantineTaken';
import takenIn from '@salesforce/label/c.Patchbay_AdminQuarantineTakenIn';
import toDecide from '@salesforce/label/c.Patchbay_AdminQuarantineWaiting';
import waitingCount from '@salesforce/label/c.Patchbay_AdminQuarantineWaitingCount';

export const labels = {
    all,
    discard,
    discarded,
    download,
    empty,
    emptyText,
    from,
    heading,
    more,
    nobody,
    origin,
    retry,
    show,
    taken,
    takenIn,
    toDecide,
    waitingCount,
};
