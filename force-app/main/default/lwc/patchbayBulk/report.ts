import { fill, personName } from 'c/patchbayFormat';
import type { BulkItem, RunState } from './bulkRun';
import { labels } from './labels';

interface ReportRow {
    readonly id: number;
    readonly who: string;
    readonly openTitle: string;
    readonly why: string;
}
export interface Report {
    readonly text: string;
    readonly rows: readonly ReportRow[];
    readonly goOnText: string;
    readonly dismissText: string;
    /** Closed, and still in the inbox. */
    readonly resting: readonly BulkItem[];
}

const rowOf = (item: BulkItem, why: string): ReportRow => ({
    id: item.id,
    who: `#${item.number} ${personName(item.customer)}`,
    openTitle: fill(labels.refusedOpen, item.number),
    why,
});

/** What became of a run that is over. */
export function reportOf(state: RunState, isMine: (item: BulkItem) => boolean): Report {
    const { title, done, refused, left, isInterrupted } = state;
    const counts =
        refused.length === 0
            ? fill(labels.done, title, done.length)
            : fill(labels.doneRefused, title, done.length, refused.length);
    const untried = fill(isInterrupted ? labels.interrupted : labels.left, left.length);
    const resting = title === labels.close ? done.filter(isMine) : [];
    return {
        text: left.length === 0 ? counts : `${counts}, ${untried}`,
        rows: [
            ...refused.map(({ item, message, nextStep }) =>
                rowOf(item, nextStep === null ? message : `${message} ${nextStep}`),
            ),
            // Whoever was interrupted does not remember which were done.
            ...(isInterrupted ? left : []).map((item) => rowOf(item, labels.notTried)),
            ...(isInterrupted ? done : []).map((item) => rowOf(item, labels.wasDone)),
        ],
        goOnText: isInterrupted ? fill(labels.goOn, left.length) : '',
        dismissText: resting.length === 0 ? '' : fill(labels.dismissThese, resting.length),
        resting,
    };
}
