import bold from '@salesforce/label/c.Patchbay_Bold';
import bulletList from '@salesforce/label/c.Patchbay_BulletList';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import italic from '@salesforce/label/c.Patchbay_Italic';
import link from '@salesforce/label/c.Patchbay_Link';
import linkAdd from '@salesforce/label/c.Patchbay_LinkAdd';
import linkAddress from '@salesforce/label/c.Patchbay_LinkAddress';
import linkProblem from '@salesforce/label/c.Patchbay_LinkProblem';
import numberedList from '@salesforce/label/c.Patchbay_NumberedList';
import replyText from '@salesforce/label/c.Patchbay_ReplyText';
import underline from '@salesforce/label/c.Patchbay_Underline';

export const labels = {
    bold,
    bulletList,
    cancel,
    italic,
    link,
    linkAdd,
    linkAddress,
    linkProblem,
    numberedList,
    replyText,
    underline,
};
