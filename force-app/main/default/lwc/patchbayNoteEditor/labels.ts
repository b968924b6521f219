import mentionWhom from '@salesforce/label/c.Patchbay_MentionWhom';
import noteHint from '@salesforce/label/c.Patchbay_NoteHint';
import noteInternal from '@salesforce/label/c.Patchbay_NoteInternal';
import noteLabel from '@salesforce/label/c.Patchbay_NoteLabel';
import notePlaceholder from '@salesforce/label/c.Patchbay_NotePlaceholder';
import postNote from '@salesforce/label/c.Patchbay_PostNote';

export const labels = {
    mentionWhom,
    noteHint,
    noteInternal,
    noteLabel,
    notePlaceholder,
    postNote,
};
