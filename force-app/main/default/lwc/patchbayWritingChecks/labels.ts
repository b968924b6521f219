import emojiAt from '@salesforce/label/c.Patchbay_EmojiAt';
import emojiInSubject from '@salesforce/label/c.Patchbay_EmojiInSubject';
import emojisNotSent from '@salesforce/label/c.Patchbay_EmojisNotSent';
import fieldValue from '@salesforce/label/c.Patchbay_FieldValue';
import fieldsUnfilled from '@salesforce/label/c.Patchbay_FieldsUnfilled';
import fillField from '@salesforce/label/c.Patchbay_FillField';
import moreEmojis from '@salesforce/label/c.Patchbay_MoreEmojis';
import removeAllEmojis from '@salesforce/label/c.Patchbay_RemoveAllEmojis';
import removeEmoji from '@salesforce/label/c.Patchbay_RemoveEmoji';
import removeEmojiNamed from '@salesforce/label/c.Patchbay_RemoveEmojiNamed';
import writingProblems from '@salesforce/label/c.Patchbay_WritingProblems';

export const labels = {
    emojiAt,
    emojiInSubject,
    emojisNotSent,
    fieldValue,
    fieldsUnfilled,
    fillField,
    moreEmojis,
    removeAllEmojis,
    removeEmoji,
    removeEmojiNamed,
    writingProblems,
};
