import add from '@salesforce/label/c.Patchbay_AddQuickReply';
import all from '@salesforce/label/c.Patchbay_KeepersAll';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import edit from '@salesforce/label/c.Patchbay_EditText';
import empty from '@salesforce/label/c.Patchbay_QuickRepliesKeptEmpty';
import emptyText from '@salesforce/label/c.Patchbay_QuickRepliesKeptEmptyText';
import fields from '@salesforce/label/c.Patchbay_FieldsHint';
import forWhom from '@salesforce/label/c.Patchbay_KeepersQueue';
import heading from '@salesforce/label/c.Patchbay_QuickRepliesKept';
import html from '@salesforce/label/c.Patchbay_FormatHtml';
import noImages from '@salesforce/label/c.Patchbay_QuickReplyNoImages';
import remove from '@salesforce/label/c.Patchbay_DeleteText';
import save from '@salesforce/label/c.Patchbay_Save';
import shortcut from '@salesforce/label/c.Patchbay_QuickReplyShortcut';
import text from '@salesforce/label/c.Patchbay_QuickReplyText';
import title from '@salesforce/label/c.Patchbay_TextTitle';

export const labels = {
    add,
    all,
    cancel,
    edit,
    empty,
    emptyText,
    fields,
    forWhom,
    heading,
    html,
    noImages,
    remove,
    save,
    shortcut,
    text,
    title,
};
