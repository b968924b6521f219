import attachments from '@salesforce/label/c.Patchbay_Attachments';
import bccTo from '@salesforce/label/c.Patchbay_BccTo';
import ccTo from '@salesforce/label/c.Patchbay_CcTo';
import changeAddress from '@salesforce/label/c.Patchbay_ChangeAddress';
import deliveryFailed from '@salesforce/label/c.Patchbay_DeliveryFailed';
import deliveryFailedBecause from '@salesforce/label/c.Patchbay_DeliveryFailedBecause';
import deliveryFailedNext from '@salesforce/label/c.Patchbay_DeliveryFailedNext';
import deliveryScheduled from '@salesforce/label/c.Patchbay_DeliveryScheduled';
import deliverySent from '@salesforce/label/c.Patchbay_DeliverySent';
import deliveryWaiting from '@salesforce/label/c.Patchbay_DeliveryWaiting';
import deliveryWaitingTitle from '@salesforce/label/c.Patchbay_DeliveryWaitingTitle';
import forwardMessage from '@salesforce/label/c.Patchbay_ForwardMessage';
import fromTo from '@salesforce/label/c.Patchbay_FromTo';
import hideQuoted from '@salesforce/label/c.Patchbay_HideQuoted';
import imagesBlocked from '@salesforce/label/c.Patchbay_ImagesBlocked';
import kindAcknowledgement from '@salesforce/label/c.Patchbay_KindAcknowledgement';
import kindAutomatic from '@salesforce/label/c.Patchbay_KindAutomatic';
import messageFrom from '@salesforce/label/c.Patchbay_MessageFrom';
import messageText from '@salesforce/label/c.Patchbay_MessageText';
import messageTo from '@salesforce/label/c.Patchbay_MessageTo';
import noReason from '@salesforce/label/c.Patchbay_NoReason';
import quotedText from '@salesforce/label/c.Patchbay_QuotedText';
import reply from '@salesforce/label/c.Patchbay_Reply';
import replyAll from '@salesforce/label/c.Patchbay_ReplyAll';
import replyAllToMessage from '@salesforce/label/c.Patchbay_ReplyAllToMessage';
import replyToMessage from '@salesforce/label/c.Patchbay_ReplyToMessage';
import sendAgain from '@salesforce/label/c.Patchbay_SendAgain';
import sending from '@salesforce/label/c.Patchbay_Sending';
import sendingTitle from '@salesforce/label/c.Patchbay_SendingTitle';
import showImages from '@salesforce/label/c.Patchbay_ShowImages';
import showQuoted from '@salesforce/label/c.Patchbay_ShowQuoted';
import splitMessage from '@salesforce/label/c.Patchbay_SplitMessage';
import splitMessageTitle from '@salesforce/label/c.Patchbay_SplitMessageTitle';

export const labels = {
    attachments,
    bccTo,
    ccTo,
    changeAddress,
    deliveryFailed,
    deliveryFailedBecause,
    deliveryFailedNext,
    deliveryScheduled,
    deliverySent,
    deliveryWaiting,
    deliveryWaitingTitle,
    forwardMessage,
    fromTo,
    hideQuoted,
    imagesBlocked,
    kindAcknowledgement,
    kindAutomatic,
    messageFrom,
    messageText,
    messageTo,
    noReason,
    quotedText,
    reply,
    replyAll,
    replyAllToMessage,
    replyToMessage,
    sendAgain,
    sending,
    sendingTitle,
    showImages,
    showQuoted,
    splitMessage,
    splitMessageTitle,
};
