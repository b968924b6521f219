import all from '@salesforce/label/c.Patchbay_TargetAllPriorities';
import before from '@salesforce/label/c.Patchbay_QueueTargetsWarnBefore';
import beforeWhat from '@salesforce/label/c.Patchbay_QueueTargetsWarnBeforeWhat';
import cannotRead from '@salesforce/label/c.Patchbay_DurationCannotRead';
import cellName from '@salesforce/label/c.Patchbay_TargetCellName';
import heading from '@salesforce/label/c.Patchbay_QueueTargets';
import hint from '@salesforce/label/c.Patchbay_QueueTargetsHint';
import percent from '@salesforce/label/c.Patchbay_QueueTargetsWarnPercent';
import percentWhat from '@salesforce/label/c.Patchbay_QueueTargetsWarnPercentWhat';
import percentWrong from '@salesforce/label/c.Patchbay_QueueTargetsWarnPercentWrong';
import tooLate from '@salesforce/label/c.Patchbay_QueueTargetsWarnTooLate';
import warn from '@salesforce/label/c.Patchbay_QueueTargetsWarn';

export const labels = {
    all,
    before,
    beforeWhat,
    cannotRead,
    cellName,
    heading,
    hint,
    percent,
    percentWhat,
    percentWrong,
    tooLate,
    warn,
};
