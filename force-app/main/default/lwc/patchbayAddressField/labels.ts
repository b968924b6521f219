import addAddress from '@salesforce/label/c.Patchbay_AddAddress';
import notAnAddress from '@salesforce/label/c.Patchbay_NotAnAddress';
import removeFile from '@salesforce/label/c.Patchbay_RemoveFile';

export const labels = {
    addAddress,
    notAnAddress,
    removeFile,
};
