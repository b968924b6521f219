import close from '@salesforce/label/c.Patchbay_ClosePanel';
import heading from '@salesforce/label/c.Patchbay_MyTexts';
import hint from '@salesforce/label/c.Patchbay_MySignatureHint';
import save from '@salesforce/label/c.Patchbay_Save';
import saved from '@salesforce/label/c.Patchbay_Saved';
import signature from '@salesforce/label/c.Patchbay_MySignature';

export const labels = { close, heading, hint, save, saved, signature };
