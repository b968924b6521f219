import heading from '@salesforce/label/c.Patchbay_AdminKey';
import replace from '@salesforce/label/c.Patchbay_AdminKeyReplace';
import replaced from '@salesforce/label/c.Patchbay_AdminKeyReplaced';
import text from '@salesforce/label/c.Patchbay_AdminKeyText';
import unreadable from '@salesforce/label/c.Patchbay_AdminKeyUnreadable';

export const labels = { heading, replace, replaced, text, unreadable };
