import bcc from '@salesforce/label/c.Patchbay_Bcc';
import cc from '@salesforce/label/c.Patchbay_Cc';
import copies from '@salesforce/label/c.Patchbay_AddCopies';
import forward from '@salesforce/label/c.Patchbay_Forward';
import kind from '@salesforce/label/c.Patchbay_MailKind';
import reply from '@salesforce/label/c.Patchbay_Reply';
import replyAll from '@salesforce/label/c.Patchbay_ReplyAll';
import subject from '@salesforce/label/c.Patchbay_Subject';
import to from '@salesforce/label/c.Patchbay_To';

export const labels = {
    bcc,
    cc,
    copies,
    forward,
    kind,
    reply,
    replyAll,
    subject,
    to,
};
