import agent from '@salesforce/label/c.Patchbay_TargetFilterAgent';
import allKinds from '@salesforce/label/c.Patchbay_TargetAllKinds';
import allQueues from '@salesforce/label/c.Patchbay_TargetAllQueues';
import allStates from '@salesforce/label/c.Patchbay_TargetAllStates';
import anyAgent from '@salesforce/label/c.Patchbay_TargetAnyAgent';
import close from '@salesforce/label/c.Patchbay_ServiceTargetsClose';
import elsewhere from '@salesforce/label/c.Patchbay_TargetElsewhere';
import empty from '@salesforce/label/c.Patchbay_TargetListEmpty';
import emptyText from '@salesforce/label/c.Patchbay_TargetListEmptyText';
import from from '@salesforce/label/c.Patchbay_TargetDateFrom';
import heading from '@salesforce/label/c.Patchbay_ServiceTargets';
import kind from '@salesforce/label/c.Patchbay_TargetFilterKind';
import list from '@salesforce/label/c.Patchbay_TargetList';
import metLate from '@salesforce/label/c.Patchbay_TargetMetLate';
import more from '@salesforce/label/c.Patchbay_ShowMore';
import nobody from '@salesforce/label/c.Patchbay_TargetNobody';
import queue from '@salesforce/label/c.Patchbay_TargetFilterQueue';
import refresh from '@salesforce/label/c.Patchbay_TargetRefresh';
import state from '@salesforce/label/c.Patchbay_TargetFilterState';
import stateEnded from '@salesforce/label/c.Patchbay_TargetStateEnded';
import stateOverdue from '@salesforce/label/c.Patchbay_TargetStateOverdue';
import stateWarned from '@salesforce/label/c.Patchbay_TargetStateWarned';
import to from '@salesforce/label/c.Patchbay_TargetDateTo';
import wasDue from '@salesforce/label/c.Patchbay_TargetWasDue';

export const labels = {
    agent,
    allKinds,
    allQueues,
    allStates,
    anyAgent,
    close,
    elsewhere,
    empty,
    emptyText,
    from,
    heading,
    kind,
    list,
    metLate,
    more,
    nobody,
    queue,
    refresh,
    state,
    stateEnded,
    stateOverdue,
    stateWarned,
    to,
    wasDue,
};
