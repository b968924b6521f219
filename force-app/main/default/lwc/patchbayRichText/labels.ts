import bold from '@salesforce/label/c.Patchbay_Bold';
import bulletList from '@salesforce/label/c.Patchbay_BulletList';
import italic from '@salesforce/label/c.Patchbay_Italic';
import replyText from '@salesforce/label/c.Patchbay_ReplyText';
import underline from '@salesforce/label/c.Patchbay_Underline';

export const labels = {
    bold,
    bulletList,
    italic,
    replyText,
    underline,
};
