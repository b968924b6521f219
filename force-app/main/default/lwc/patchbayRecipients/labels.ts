import addCc from '@salesforce/label/c.Patchbay_AddCc';
import cc from '@salesforce/label/c.Patchbay_Cc';
import ccPlaceholder from '@salesforce/label/c.Patchbay_CcPlaceholder';
import notAnAddress from '@salesforce/label/c.Patchbay_NotAnAddress';
import removeFile from '@salesforce/label/c.Patchbay_RemoveFile';
import to from '@salesforce/label/c.Patchbay_To';

export const labels = {
    addCc,
    cc,
    ccPlaceholder,
    notAnAddress,
    removeFile,
    to,
};
