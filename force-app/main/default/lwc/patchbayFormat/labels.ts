import agoDays from '@salesforce/label/c.Patchbay_AgoDays';
import agoHours from '@salesforce/label/c.Patchbay_AgoHours';
import agoMinutes from '@salesforce/label/c.Patchbay_AgoMinutes';
import agoNow from '@salesforce/label/c.Patchbay_AgoNow';
import bytes from '@salesforce/label/c.Patchbay_Bytes';
import durationDays from '@salesforce/label/c.Patchbay_DurationDays';
import durationHours from '@salesforce/label/c.Patchbay_DurationHours';
import kilobytes from '@salesforce/label/c.Patchbay_Kilobytes';
import megabytes from '@salesforce/label/c.Patchbay_Megabytes';

export const labels = {
    agoDays,
    agoHours,
    agoMinutes,
    agoNow,
    bytes,
    durationDays,
    durationHours,
    kilobytes,
    megabytes,
};
