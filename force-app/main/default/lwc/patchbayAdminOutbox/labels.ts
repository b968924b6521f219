import all from '@salesforce/label/c.Patchbay_AdminOutboxAll';
import attempts from '@salesforce/label/c.Patchbay_AdminOutboxAttempts';
import counts from '@salesforce/label/c.Patchbay_AdminOutboxCounts';
import dead from '@salesforce/label/c.Patchbay_AdminOutboxDead';
import done from '@salesforce/label/c.Patchbay_AdminOutboxDone';
import empty from '@salesforce/label/c.Patchbay_AdminOutboxEmpty';
import emptyText from '@salesforce/label/c.Patchbay_AdminOutboxEmptyText';
import giveUp from '@salesforce/label/c.Patchbay_AdminOutboxGiveUp';
import givenUp from '@salesforce/label/c.Patchbay_AdminOutboxGivenUp';
import heading from '@salesforce/label/c.Patchbay_AdminOutbox';
import interaction from '@salesforce/label/c.Patchbay_AdminOutboxOpen';
import more from '@salesforce/label/c.Patchbay_AdminMore';
import next from '@salesforce/label/c.Patchbay_AdminOutboxNext';
import retry from '@salesforce/label/c.Patchbay_AdminRetry';
import show from '@salesforce/label/c.Patchbay_AdminOutboxShow';
import to from '@salesforce/label/c.Patchbay_AdminOutboxTo';
import waiting from '@salesforce/label/c.Patchbay_AdminOutboxWaiting';

export const labels = {
    all,
    attempts,
    counts,
    dead,
    done,
    empty,
    emptyText,
    giveUp,
    givenUp,
    heading,
    interaction,
    more,
    next,
    retry,
    show,
    to,
    waiting,
};
