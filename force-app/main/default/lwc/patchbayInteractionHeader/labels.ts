import accept from '@salesforce/label/c.Patchbay_Accept';
import acceptHint from '@salesforce/label/c.Patchbay_AcceptHint';
import closeHint from '@salesforce/label/c.Patchbay_CloseHint';
import closeInteraction from '@salesforce/label/c.Patchbay_CloseInteraction';
import customer from '@salesforce/label/c.Patchbay_Customer';
import dismiss from '@salesforce/label/c.Patchbay_Dismiss';
import dismissHint from '@salesforce/label/c.Patchbay_DismissHint';
import facts from '@salesforce/label/c.Patchbay_Facts';
import followUpAtTime from '@salesforce/label/c.Patchbay_FollowUpAtTime';
import heldForName from '@salesforce/label/c.Patchbay_HeldForName';
import heldUntil from '@salesforce/label/c.Patchbay_HeldUntil';
import menuAssign from '@salesforce/label/c.Patchbay_MenuAssign';
import menuBlockSender from '@salesforce/label/c.Patchbay_MenuBlockSender';
import menuMacros from '@salesforce/label/c.Patchbay_MenuMacros';
import menuMarkSpam from '@salesforce/label/c.Patchbay_MenuMarkSpam';
import menuMerge from '@salesforce/label/c.Patchbay_MenuMerge';
import menuPending from '@salesforce/label/c.Patchbay_MenuPending';
import menuPriority from '@salesforce/label/c.Patchbay_MenuPriority';
import menuReleaseSpam from '@salesforce/label/c.Patchbay_MenuReleaseSpam';
import menuReopen from '@salesforce/label/c.Patchbay_MenuReopen';
import menuResolve from '@salesforce/label/c.Patchbay_MenuResolve';
import menuReturn from '@salesforce/label/c.Patchbay_MenuReturn';
import menuTransfer from '@salesforce/label/c.Patchbay_MenuTransfer';
import moreActions from '@salesforce/label/c.Patchbay_MoreActions';
import noOwner from '@salesforce/label/c.Patchbay_NoOwner';
import noSubject from '@salesforce/label/c.Patchbay_NoSubject';
import note from '@salesforce/label/c.Patchbay_Note';
import noteKeyHint from '@salesforce/label/c.Patchbay_NoteKeyHint';
import outcomeIs from '@salesforce/label/c.Patchbay_OutcomeIs';
import ownerYou from '@salesforce/label/c.Patchbay_OwnerYou';
import reply from '@salesforce/label/c.Patchbay_Reply';
import replyHint from '@salesforce/label/c.Patchbay_ReplyHint';
import take from '@salesforce/label/c.Patchbay_Take';
import takeHint from '@salesforce/label/c.Patchbay_TakeHint';
import transfer from '@salesforce/label/c.Patchbay_Transfer';
import transferHint from '@salesforce/label/c.Patchbay_TransferHint';
import waiting from '@salesforce/label/c.Patchbay_Waiting';
import why from '@salesforce/label/c.Patchbay_Why';
import whyTitle from '@salesforce/label/c.Patchbay_WhyTitle';
import wrapUpLeft from '@salesforce/label/c.Patchbay_WrapUpLeft';
import wrapUpSince from '@salesforce/label/c.Patchbay_WrapUpSince';

export const labels = {
    accept,
    acceptHint,
    closeHint,
    closeInteraction,
    customer,
    dismiss,
    dismissHint,
    facts,
    followUpAtTime,
    heldForName,
    heldUntil,
    menuAssign,
    menuBlockSender,
    menuMacros,
    menuMarkSpam,
    menuMerge,
    menuPending,
    menuPriority,
    menuReleaseSpam,
    menuReopen,
    menuResolve,
    menuReturn,
    menuTransfer,
    moreActions,
    noOwner,
    noSubject,
    note,
    noteKeyHint,
    outcomeIs,
    ownerYou,
    reply,
    replyHint,
    take,
    takeHint,
    transfer,
    transferHint,
    waiting,
    why,
    whyTitle,
    wrapUpLeft,
    wrapUpSince,
};
