import availableCount from '@salesforce/label/c.Patchbay_AvailableCount';
import closedUntil from '@salesforce/label/c.Patchbay_ClosedUntil';
import heldCount from '@salesforce/label/c.Patchbay_HeldCount';
import oldest from '@salesforce/label/c.Patchbay_Oldest';
import queueClosed from '@salesforce/label/c.Patchbay_QueueClosed';
import queueCounters from '@salesforce/label/c.Patchbay_QueueCounters';
import takeNext from '@salesforce/label/c.Patchbay_TakeNext';
import takeNextTitle from '@salesforce/label/c.Patchbay_TakeNextTitle';
import waitingCount from '@salesforce/label/c.Patchbay_WaitingCount';

export const labels = {
    availableCount,
    closedUntil,
    heldCount,
    oldest,
    queueClosed,
    queueCounters,
    takeNext,
    takeNextTitle,
    waitingCount,
};
