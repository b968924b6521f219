import cancel from '@salesforce/label/c.Patchbay_Cancel';
import closeInteraction from '@salesforce/label/c.Patchbay_CloseInteraction';
import outcome from '@salesforce/label/c.Patchbay_Outcome';
import outcomeConfirmHint from '@salesforce/label/c.Patchbay_OutcomeConfirmHint';
import outcomeHint from '@salesforce/label/c.Patchbay_OutcomeHint';
import outcomeNoMatch from '@salesforce/label/c.Patchbay_OutcomeNoMatch';
import outcomeNone from '@salesforce/label/c.Patchbay_OutcomeNone';
import outcomeNotes from '@salesforce/label/c.Patchbay_OutcomeNotes';
import outcomePlaceholder from '@salesforce/label/c.Patchbay_OutcomePlaceholder';
import sendAndClose from '@salesforce/label/c.Patchbay_SendAndClose';

export const labels = {
    cancel,
    closeInteraction,
    outcome,
    outcomeConfirmHint,
    outcomeHint,
    outcomeNoMatch,
    outcomeNone,
    outcomeNotes,
    outcomePlaceholder,
    sendAndClose,
};
