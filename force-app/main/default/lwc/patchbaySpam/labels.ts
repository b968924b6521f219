import blockText from '@salesforce/label/c.Patchbay_SpamBlockText';
import blockTitle from '@salesforce/label/c.Patchbay_SpamBlockTitle';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import reason from '@salesforce/label/c.Patchbay_SpamReason';
import scope from '@salesforce/label/c.Patchbay_SpamScope';
import scopeDomain from '@salesforce/label/c.Patchbay_SpamScopeDomain';
import scopeSender from '@salesforce/label/c.Patchbay_SpamScopeSender';
import text from '@salesforce/label/c.Patchbay_SpamText';
import title from '@salesforce/label/c.Patchbay_SpamTitle';

export const labels = {
    blockText,
    blockTitle,
    cancel,
    reason,
    scope,
    scopeDomain,
    scopeSender,
    text,
    title,
};
