import choose from '@salesforce/label/c.Patchbay_CountersChoose';
import show from '@salesforce/label/c.Patchbay_CountersShow';
import waiting from '@salesforce/label/c.Patchbay_CountersWaiting';

export const labels = { choose, show, waiting };
