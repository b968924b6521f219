import messageText from '@salesforce/label/c.Patchbay_MessageText';
import showMore from '@salesforce/label/c.Patchbay_ShowMore';
import tryAgain from '@salesforce/label/c.Patchbay_TryAgain';

export const labels = { messageText, showMore, tryAgain };
