import quickReplies from '@salesforce/label/c.Patchbay_QuickReplies';
import quickRepliesNone from '@salesforce/label/c.Patchbay_QuickRepliesNone';

export const labels = { quickReplies, quickRepliesNone };
