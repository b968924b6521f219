import back from '@salesforce/label/c.Patchbay_TransferBack';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import holdForThem from '@salesforce/label/c.Patchbay_TransferHold';
import noteHint from '@salesforce/label/c.Patchbay_TransferNoteHint';
import noteLabel from '@salesforce/label/c.Patchbay_TransferNote';
import noteOptional from '@salesforce/label/c.Patchbay_TransferNoteOptional';
import toQueueInstead from '@salesforce/label/c.Patchbay_TransferToQueueInstead';
import transfer from '@salesforce/label/c.Patchbay_Transfer';
import transferTitle from '@salesforce/label/c.Patchbay_TransferTitle';
import transferTo from '@salesforce/label/c.Patchbay_TransferToName';
import waitsForThem from '@salesforce/label/c.Patchbay_TransferBusyHint';

export const labels = {
    back,
    cancel,
    holdForThem,
    noteHint,
    noteLabel,
    noteOptional,
    toQueueInstead,
    transfer,
    transferTitle,
    transferTo,
    waitsForThem,
};
