import cancel from '@salesforce/label/c.Patchbay_Cancel';
import priorityText from '@salesforce/label/c.Patchbay_PriorityText';
import priorityTitle from '@salesforce/label/c.Patchbay_PriorityTitle';

export const labels = { cancel, priorityText, priorityTitle };
