import dismissMessage from '@salesforce/label/c.Patchbay_DismissMessage';
import toneNote from '@salesforce/label/c.Patchbay_ToneNote';
import toneRefused from '@salesforce/label/c.Patchbay_ToneRefused';
import toneWarning from '@salesforce/label/c.Patchbay_ToneWarning';

export const labels = {
    dismissMessage,
    toneNote,
    toneRefused,
    toneWarning,
};
