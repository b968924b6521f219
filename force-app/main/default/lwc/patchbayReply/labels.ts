import dismiss from '@salesforce/label/c.Patchbay_Dismiss';
import draftConflict from '@salesforce/label/c.Patchbay_DraftConflict';
import draftHere from '@salesforce/label/c.Patchbay_DraftHere';
import draftNotSaved from '@salesforce/label/c.Patchbay_DraftNotSaved';
import draftSaved from '@salesforce/label/c.Patchbay_DraftSaved';
import draftTyping from '@salesforce/label/c.Patchbay_DraftTyping';
import keepMyDraft from '@salesforce/label/c.Patchbay_KeepMyDraft';
import newMailTo from '@salesforce/label/c.Patchbay_NewMailTo';
import takeNewerDraft from '@salesforce/label/c.Patchbay_TakeNewerDraft';

export const labels = {
    dismiss,
    draftConflict,
    draftHere,
    draftNotSaved,
    draftSaved,
    draftTyping,
    keepMyDraft,
    newMailTo,
    takeNewerDraft,
};
