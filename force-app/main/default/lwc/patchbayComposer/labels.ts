import answerNewest from '@salesforce/label/c.Patchbay_AnswerNewest';
import attach from '@salesforce/label/c.Patchbay_Attach';
import attachHint from '@salesforce/label/c.Patchbay_AttachHint';
import attachments from '@salesforce/label/c.Patchbay_Attachments';
import composer from '@salesforce/label/c.Patchbay_Composer';
import dropHere from '@salesforce/label/c.Patchbay_DropHere';
import formatText from '@salesforce/label/c.Patchbay_FormatText';
import forward from '@salesforce/label/c.Patchbay_Forward';
import mailPlaceholder from '@salesforce/label/c.Patchbay_MailPlaceholder';
import note from '@salesforce/label/c.Patchbay_Note';
import plainText from '@salesforce/label/c.Patchbay_PlainText';
import reply from '@salesforce/label/c.Patchbay_Reply';
import replyPlaceholder from '@salesforce/label/c.Patchbay_ReplyPlaceholder';
import replyText from '@salesforce/label/c.Patchbay_ReplyText';
import schedule from '@salesforce/label/c.Patchbay_Schedule';
import send from '@salesforce/label/c.Patchbay_Send';
import sendAndClose from '@salesforce/label/c.Patchbay_SendAndClose';
import sendHint from '@salesforce/label/c.Patchbay_SendHint';
import taggingLabel from '@salesforce/label/c.Patchbay_TaggingLabel';
import waitForUploads from '@salesforce/label/c.Patchbay_WaitForUploads';

export const labels = {
    answerNewest,
    attach,
    attachHint,
    attachments,
    composer,
    dropHere,
    formatText,
    forward,
    mailPlaceholder,
    note,
    plainText,
    reply,
    replyPlaceholder,
    replyText,
    schedule,
    send,
    sendAndClose,
    sendHint,
    taggingLabel,
    waitForUploads,
};
