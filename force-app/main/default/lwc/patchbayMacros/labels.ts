import cancel from '@salesforce/label/c.Patchbay_Cancel';
import macroKey from '@salesforce/label/c.Patchbay_MacroKey';
import macros from '@salesforce/label/c.Patchbay_Macros';
import macrosHint from '@salesforce/label/c.Patchbay_MacrosHint';
import macrosNone from '@salesforce/label/c.Patchbay_MacrosNone';

export const labels = { cancel, macroKey, macros, macrosHint, macrosNone };
