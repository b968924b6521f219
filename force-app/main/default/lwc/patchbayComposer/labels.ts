import attach from '@salesforce/label/c.Patchbay_Attach';
import attachHint from '@salesforce/label/c.Patchbay_AttachHint';
import attachments from '@salesforce/label/c.Patchbay_Attachments';
import composer from '@salesforce/label/c.Patchbay_Composer';
import dropHere from '@salesforce/label/c.Patchbay_DropHere';
import note from '@salesforce/label/c.Patchbay_Note';
import reply from '@salesforce/label/c.Patchbay_Reply';
import replyPlaceholder from '@salesforce/label/c.Patchbay_ReplyPlaceholder';
import replyText from '@salesforce/label/c.Patchbay_ReplyText';
import send from '@salesforce/label/c.Patchbay_Send';
import sendAndClose from '@salesforce/label/c.Patchbay_SendAndClose';
import sendHint from '@salesforce/label/c.Patchbay_SendHint';
import taggingLabel from '@salesforce/label/c.Patchbay_TaggingLabel';
import waitForUploads from '@salesforce/label/c.Patchbay_WaitForUploads';

export const labels = {
    attach,
    attachHint,
    attachments,
    composer,
    dropHere,
    note,
    reply,
    replyPlaceholder,
    replyText,
    send,
    sendAndClose,
    sendHint,
    taggingLabel,
    waitForUploads,
};
