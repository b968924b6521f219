import downloadFile from '@salesforce/label/c.Patchbay_DownloadFile';
import hidePreview from '@salesforce/label/c.Patchbay_HidePreview';
import previewFile from '@salesforce/label/c.Patchbay_PreviewFile';
import removeFile from '@salesforce/label/c.Patchbay_RemoveFile';
import uploadingFile from '@salesforce/label/c.Patchbay_UploadingFile';
import uploadingOf from '@salesforce/label/c.Patchbay_UploadingOf';

export const labels = {
    downloadFile,
    hidePreview,
    previewFile,
    removeFile,
    uploadingFile,
    uploadingOf,
};
