import outsideHours from '@salesforce/label/c.Patchbay_OutsideHours';
import outsideHoursUntil from '@salesforce/label/c.Patchbay_OutsideHoursUntil';
import presenceAvailable from '@salesforce/label/c.Patchbay_PresenceAvailable';
import presenceUnavailable from '@salesforce/label/c.Patchbay_PresenceUnavailable';
import signOutName from '@salesforce/label/c.Patchbay_SignOutName';
import statusTitle from '@salesforce/label/c.Patchbay_StatusTitle';
import unavailableBecause from '@salesforce/label/c.Patchbay_UnavailableBecause';
import yourStatus from '@salesforce/label/c.Patchbay_YourStatus';

export const labels = {
    outsideHours,
    outsideHoursUntil,
    presenceAvailable,
    presenceUnavailable,
    signOutName,
    statusTitle,
    unavailableBecause,
    yourStatus,
};
