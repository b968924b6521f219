import add from '@salesforce/label/c.Patchbay_AddMacro';
import addTag from '@salesforce/label/c.Patchbay_MacroStepAddTag';
import addStep from '@salesforce/label/c.Patchbay_AddStep';
import all from '@salesforce/label/c.Patchbay_KeepersAll';
import close from '@salesforce/label/c.Patchbay_MacroStepClose';
import empty from '@salesforce/label/c.Patchbay_MacrosKeptEmpty';
import emptyText from '@salesforce/label/c.Patchbay_MacrosKeptEmptyText';
import heading from '@salesforce/label/c.Patchbay_MacrosKept';
import key from '@salesforce/label/c.Patchbay_MacroKeyLabel';
import macroKey from '@salesforce/label/c.Patchbay_MacroKey';
import noKey from '@salesforce/label/c.Patchbay_MacroKeyNone';
import note from '@salesforce/label/c.Patchbay_MacroStepNote';
import noteText from '@salesforce/label/c.Patchbay_NoteText';
import pending from '@salesforce/label/c.Patchbay_MacroStepPending';
import pendingHours from '@salesforce/label/c.Patchbay_PendingHours';
import removeStep from '@salesforce/label/c.Patchbay_RemoveStep';
import removeTag from '@salesforce/label/c.Patchbay_MacroStepRemoveTag';
import reply from '@salesforce/label/c.Patchbay_MacroStepReply';
import resolve from '@salesforce/label/c.Patchbay_MacroStepResolve';
import sendAtOnce from '@salesforce/label/c.Patchbay_MacroSend';
import stepKind from '@salesforce/label/c.Patchbay_MacroStepKind';
import tag from '@salesforce/label/c.Patchbay_Tag';
import title from '@salesforce/label/c.Patchbay_TextTitle';
import transfer from '@salesforce/label/c.Patchbay_MacroStepTransfer';
import transferNote from '@salesforce/label/c.Patchbay_TransferNoteText';
import whichOutcome from '@salesforce/label/c.Patchbay_WhichOutcome';
import whichQueue from '@salesforce/label/c.Patchbay_WhichQueue';
import whichQuickReply from '@salesforce/label/c.Patchbay_WhichQuickReply';

export const labels = {
    add,
    add_tag: addTag,
    addStep,
    all,
    close,
    empty,
    emptyText,
    heading,
    key,
    macroKey,
    noKey,
    note,
    noteText,
    pending,
    pendingHours,
    removeStep,
    remove_tag: removeTag,
    reply,
    resolve,
    sendAtOnce,
    stepKind,
    tag,
    title,
    transfer,
    transferNote,
    whichOutcome,
    whichQueue,
    whichQuickReply,
};
