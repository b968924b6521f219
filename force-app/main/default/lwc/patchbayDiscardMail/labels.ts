import ask from '@salesforce/label/c.Patchbay_DiscardMailAsk';
import discard from '@salesforce/label/c.Patchbay_DiscardMail';
import keep from '@salesforce/label/c.Patchbay_DiscardMailKeep';
import now from '@salesforce/label/c.Patchbay_DiscardMailNow';

export const labels = { ask, discard, keep, now };
