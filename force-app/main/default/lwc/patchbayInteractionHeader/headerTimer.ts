import type { InteractionSummary } from 'c/patchbayProtocol';
import { labels } from './labels';

export interface HeaderTimer {
    isTime: boolean;
    at: number | null;
    since: number | null;
    until: number | null;
    words: string;
}

/** "Every wait has a number": wrap-up, the hold, the follow-up, or the customer's wait for an answer. */
export function timerOf({
    wrapUp,
    routing,
    status,
    followUpAt,
    waitingSince,
}: InteractionSummary): HeaderTimer | null {
    const none = { isTime: false, at: null, since: null, until: null };
    if (wrapUp?.endsAt != null) return { ...none, until: wrapUp.endsAt, words: labels.wrapUpLeft };
    if (wrapUp) return { ...none, since: wrapUp.since, words: labels.wrapUpSince };
    if (routing.state === 'held' && routing.until !== null)
        return { ...none, isTime: true, at: routing.until, words: labels.heldUntil };
    if (status === 'pending' && followUpAt !== null)
        return { ...none, isTime: true, at: followUpAt, words: labels.followUpAtTime };
    if (waitingSince !== null && status !== 'closed')
        return { ...none, since: waitingSince, words: labels.waiting };
    return null;
}
