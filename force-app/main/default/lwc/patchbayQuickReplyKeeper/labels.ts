import add from '@salesforce/label/c.Patchbay_AddQuickReply';
import all from '@salesforce/label/c.Patchbay_KeepersAll';
import empty from '@salesforce/label/c.Patchbay_QuickRepliesKeptEmpty';
import emptyText from '@salesforce/label/c.Patchbay_QuickRepliesKeptEmptyText';
import fields from '@salesforce/label/c.Patchbay_FieldsHint';
import heading from '@salesforce/label/c.Patchbay_QuickRepliesKept';
import html from '@salesforce/label/c.Patchbay_FormatHtml';
import noImages from '@salesforce/label/c.Patchbay_QuickReplyNoImages';
import shortcut from '@salesforce/label/c.Patchbay_QuickReplyShortcut';
import text from '@salesforce/label/c.Patchbay_QuickReplyText';
import title from '@salesforce/label/c.Patchbay_TextTitle';

export const labels = {
    add,
    all,
    empty,
    emptyText,
    fields,
    heading,
    html,
    noImages,
    shortcut,
    text,
    title,
};
