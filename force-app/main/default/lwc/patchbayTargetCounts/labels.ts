import breached from '@salesforce/label/c.Patchbay_TargetCountBreached';
import by from '@salesforce/label/c.Patchbay_TargetCountBy';
import byDay from '@salesforce/label/c.Patchbay_TargetCountByDay';
import byPriority from '@salesforce/label/c.Patchbay_TargetCountByPriority';
import byQueue from '@salesforce/label/c.Patchbay_TargetCountByQueue';
import empty from '@salesforce/label/c.Patchbay_TargetCountsEmpty';
import heading from '@salesforce/label/c.Patchbay_TargetCounts';
import hint from '@salesforce/label/c.Patchbay_TargetCountsHint';
import kind from '@salesforce/label/c.Patchbay_TargetFilterKind';
import met from '@salesforce/label/c.Patchbay_TargetCountMet';
import running from '@salesforce/label/c.Patchbay_TargetCountRunning';

export const labels = { breached, by, byDay, byPriority, byQueue, empty, heading, hint, kind, met, running };
