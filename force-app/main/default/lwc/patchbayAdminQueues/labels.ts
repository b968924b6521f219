import addresses from '@salesforce/label/c.Patchbay_QueueAddresses';
import cannotRead from '@salesforce/label/c.Patchbay_DurationCannotRead';
import discard from '@salesforce/label/c.Patchbay_Discard';
import heading from '@salesforce/label/c.Patchbay_AdminQueues';
import hold from '@salesforce/label/c.Patchbay_QueueHold';
import holdMode from '@salesforce/label/c.Patchbay_QueueHoldMode';
import holdOpeningHours from '@salesforce/label/c.Patchbay_QueueHoldOpeningHours';
import holdWallClock from '@salesforce/label/c.Patchbay_QueueHoldWallClock';
import outcomes from '@salesforce/label/c.Patchbay_QueueOutcomes';
import outcomesOfAll from '@salesforce/label/c.Patchbay_QueueOutcomesOfAll';
import queue from '@salesforce/label/c.Patchbay_AdminQueue';
import ring from '@salesforce/label/c.Patchbay_QueueRing';
import save from '@salesforce/label/c.Patchbay_Save';
import saved from '@salesforce/label/c.Patchbay_SavedToAll';
import signature from '@salesforce/label/c.Patchbay_QueueSignature';
import signatureHint from '@salesforce/label/c.Patchbay_QueueSignatureHint';
import transferBusy from '@salesforce/label/c.Patchbay_QueueTransferBusy';
import transferNote from '@salesforce/label/c.Patchbay_QueueTransferNote';
import transferRefused from '@salesforce/label/c.Patchbay_QueueTransferRefused';
import transferWaits from '@salesforce/label/c.Patchbay_QueueTransferWaits';
import unsaved from '@salesforce/label/c.Patchbay_Unsaved';
import wrapUp from '@salesforce/label/c.Patchbay_QueueWrapUp';
import wrapUpHint from '@salesforce/label/c.Patchbay_QueueWrapUpHint';

export const labels = {
    addresses,
    cannotRead,
    discard,
    heading,
    hold,
    holdMode,
    holdOpeningHours,
    holdWallClock,
    outcomes,
    outcomesOfAll,
    queue,
    ring,
    save,
    saved,
    signature,
    signatureHint,
    transferBusy,
    transferNote,
    transferRefused,
    transferWaits,
    unsaved,
    wrapUp,
    wrapUpHint,
};
