import answers from '@salesforce/label/c.Patchbay_Answers';
import answersGone from '@salesforce/label/c.Patchbay_AnswersGone';
import discard from '@salesforce/label/c.Patchbay_DiscardMail';
import dismiss from '@salesforce/label/c.Patchbay_Dismiss';
import draftConflict from '@salesforce/label/c.Patchbay_DraftConflict';
import draftGone from '@salesforce/label/c.Patchbay_DraftGone';
import draftHere from '@salesforce/label/c.Patchbay_DraftHere';
import draftNotSaved from '@salesforce/label/c.Patchbay_DraftNotSaved';
import draftSaved from '@salesforce/label/c.Patchbay_DraftSaved';
import draftTyping from '@salesforce/label/c.Patchbay_DraftTyping';
import forwards from '@salesforce/label/c.Patchbay_Forwards';
import forwardsGone from '@salesforce/label/c.Patchbay_ForwardsGone';
import keepAsNewDraft from '@salesforce/label/c.Patchbay_KeepAsNewDraft';
import keepMyDraft from '@salesforce/label/c.Patchbay_KeepMyDraft';
import newMailTo from '@salesforce/label/c.Patchbay_NewMailTo';
import takeNewerDraft from '@salesforce/label/c.Patchbay_TakeNewerDraft';

export const labels = {
    answers,
    answersGone,
    discard,
    dismiss,
    draftConflict,
    draftGone,
    draftHere,
    draftNotSaved,
    draftSaved,
    draftTyping,
    forwards,
    forwardsGone,
    keepAsNewDraft,
    keepMyDraft,
    newMailTo,
    takeNewerDraft,
};
