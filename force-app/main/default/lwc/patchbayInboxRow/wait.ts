import type { InteractionSummary } from 'c/patchbayProtocol';
import { labels } from './labels';

/** The one number that matters on a row now: a ticking length or a time of day. */
export interface Wait {
    isTime: boolean;
    at: number | null;
    since: number | null;
    until: number | null;
    words: string;
    className: string;
}

export function waitOf(item: InteractionSummary): Wait | null {
    const { wrapUp, routing, followUpAt, waitingSince, status } = item;
    if (wrapUp?.endsAt != null)
        return ticking(labels.wrapUpLeft, { until: wrapUp.endsAt }, 'wait wait_accent');
    if (wrapUp) return ticking(labels.wrapUpSince, { since: wrapUp.since }, 'wait wait_accent');
    if (routing.state === 'held' && routing.until !== null) return clock(labels.heldUntil, routing.until);
    if (status === 'pending' && followUpAt !== null) return clock(labels.followUpAtTime, followUpAt);
    if (waitingSince !== null && status !== 'closed')
        return ticking(labels.waiting, { since: waitingSince }, 'wait');
    return null;
}

/** Nothing else is being counted on the row. */
export const isCustomersWait = (item: InteractionSummary): boolean => waitOf(item)?.words === labels.waiting;

function ticking(words: string, bound: { since?: number; until?: number }, className: string): Wait {
    return {
        isTime: false,
        at: null,
        since: bound.since ?? null,
        until: bound.until ?? null,
        words,
        className,
    };
}

function clock(words: string, at: number): Wait {
    return { isTime: true, at, since: null, until: null, words, className: 'wait wait_time' };
}
