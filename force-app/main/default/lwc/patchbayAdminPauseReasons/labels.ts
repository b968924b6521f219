import discard from '@salesforce/label/c.Patchbay_Discard';
import heading from '@salesforce/label/c.Patchbay_AdminPauseReasons';
import required from '@salesforce/label/c.Patchbay_PauseReasonRequired';
import save from '@salesforce/label/c.Patchbay_Save';
import saved from '@salesforce/label/c.Patchbay_SavedToAll';
import text from '@salesforce/label/c.Patchbay_AdminPauseReasonsText';
import unsaved from '@salesforce/label/c.Patchbay_Unsaved';

export const labels = { discard, heading, required, save, saved, text, unsaved };
