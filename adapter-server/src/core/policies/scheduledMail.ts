/**
 * E6 outbound, "Send, Send and close, Schedule". Where the rows leave room:
 * - A scheduled reply counts as the answer from the moment it is scheduled: the agent has done their part.
 * - Where the customer writes before it has left, the mail is kept and still leaves at its time; its agent is told, and
 *   it is marked, so that they send it now, edit it or take it back knowing what was written.
 * - It leaves in no one's turn: other mails of the thread do not wait for it.
 */
import { days, type Duration, type Instant } from '../duration.ts';
import type { Decision } from '../vocabulary.ts';

/** A later date is a slip of the hand. */
export const FURTHEST_SCHEDULE: Duration = days(365);

export function decideSchedule(sendAt: Instant, now: Instant): Decision<{ readonly sendAt: Instant }> {
    if (sendAt <= now)
        return {
            allowed: false,
            reason: 'The time to send it at has passed already.',
            nextStep: 'Choose a later time, or send it now.',
        };
    if (sendAt > now + FURTHEST_SCHEDULE)
        return {
            allowed: false,
            reason: 'The time to send it at is more than a year away.',
            nextStep: 'Choose an earlier time.',
        };
    return { allowed: true, sendAt };
}

/** Whether what was scheduled must be looked at again: the customer wrote after it was written. */
export const customerWroteSince = (writtenAt: Instant, customerMessages: readonly Instant[]): boolean =>
    customerMessages.some((at) => at > writtenAt);
