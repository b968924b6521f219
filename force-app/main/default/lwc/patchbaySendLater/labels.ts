import cancel from '@salesforce/label/c.Patchbay_Cancel';
import schedule from '@salesforce/label/c.Patchbay_Schedule';
import scheduleAt from '@salesforce/label/c.Patchbay_ScheduleAt';

export const labels = {
    cancel,
    schedule,
    scheduleAt,
};
