import empty from '@salesforce/label/c.Patchbay_AdminMailboxesEmpty';
import emptyText from '@salesforce/label/c.Patchbay_AdminMailboxesEmptyText';
import heading from '@salesforce/label/c.Patchbay_AdminMailboxes';

export const labels = { empty, emptyText, heading };
