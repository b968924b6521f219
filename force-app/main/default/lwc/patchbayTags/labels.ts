import add from '@salesforce/label/c.Patchbay_TagAdd';
import addShort from '@salesforce/label/c.Patchbay_TagAddShort';
import removeTag from '@salesforce/label/c.Patchbay_TagRemove';
import tags from '@salesforce/label/c.Patchbay_Tags';

export const labels = { add, addShort, removeTag, tags };
