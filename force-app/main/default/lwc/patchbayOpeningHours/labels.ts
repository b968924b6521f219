import cannotRead from '@salesforce/label/c.Patchbay_HoursCannotRead';
import exceptions from '@salesforce/label/c.Patchbay_HoursExceptions';
import exceptionsHint from '@salesforce/label/c.Patchbay_HoursExceptionsHint';
import friday from '@salesforce/label/c.Patchbay_Friday';
import heading from '@salesforce/label/c.Patchbay_OpeningHours';
import hint from '@salesforce/label/c.Patchbay_HoursHint';
import monday from '@salesforce/label/c.Patchbay_Monday';
import saturday from '@salesforce/label/c.Patchbay_Saturday';
import sunday from '@salesforce/label/c.Patchbay_Sunday';
import thursday from '@salesforce/label/c.Patchbay_Thursday';
import timeZone from '@salesforce/label/c.Patchbay_HoursTimeZone';
import tuesday from '@salesforce/label/c.Patchbay_Tuesday';
import wednesday from '@salesforce/label/c.Patchbay_Wednesday';

export const labels = {
    cannotRead,
    exceptions,
    exceptionsHint,
    friday,
    heading,
    hint,
    monday,
    saturday,
    sunday,
    thursday,
    timeZone,
    tuesday,
    wednesday,
};
