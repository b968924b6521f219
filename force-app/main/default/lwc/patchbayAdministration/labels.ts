import administration from '@salesforce/label/c.Patchbay_Administration';
import failed from '@salesforce/label/c.Patchbay_Failed';
import failedText from '@salesforce/label/c.Patchbay_FailedText';
import forAdmins from '@salesforce/label/c.Patchbay_AdministrationForAdmins';
import forAdminsText from '@salesforce/label/c.Patchbay_AdministrationForAdminsText';
import reload from '@salesforce/label/c.Patchbay_Reload';
import section from '@salesforce/label/c.Patchbay_AdministrationSection';
import sections from '@salesforce/label/c.Patchbay_AdministrationSections';

export const labels = {
    administration,
    failed,
    failedText,
    forAdmins,
    forAdminsText,
    reload,
    section,
    sections,
};
