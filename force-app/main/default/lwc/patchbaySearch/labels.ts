import cancel from '@salesforce/label/c.Patchbay_Cancel';
import daysAgo from '@salesforce/label/c.Patchbay_SearchDaysAgo';
import nameOfSearch from '@salesforce/label/c.Patchbay_SearchName';
import placeholder from '@salesforce/label/c.Patchbay_SearchPlaceholder';
import placeholderNumber from '@salesforce/label/c.Patchbay_SearchPlaceholderNumber';
import save from '@salesforce/label/c.Patchbay_SaveName';
import saveSearch from '@salesforce/label/c.Patchbay_SearchSave';
import savedNotice from '@salesforce/label/c.Patchbay_SearchSavedNotice';
import today from '@salesforce/label/c.Patchbay_SearchToday';

export const labels = {
    cancel,
    daysAgo,
    nameOfSearch,
    placeholder,
    placeholderNumber,
    save,
    saveSearch,
    savedNotice,
    today,
};
