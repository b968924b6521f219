import addTag from '@salesforce/label/c.Patchbay_TagAdd';
import create from '@salesforce/label/c.Patchbay_TagCreate';
import known from '@salesforce/label/c.Patchbay_TagKnown';
import noneKnown from '@salesforce/label/c.Patchbay_TagNoneKnown';

export const labels = { addTag, create, known, noneKnown };
