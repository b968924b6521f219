import add from '@salesforce/label/c.Patchbay_ListAdd';
import down from '@salesforce/label/c.Patchbay_ListDown';
import remove from '@salesforce/label/c.Patchbay_ListRemove';
import up from '@salesforce/label/c.Patchbay_ListUp';

export const labels = { add, down, remove, up };
