/**
 * E8: "Pending takes a follow-up date, and returns to its agent then (E4 applies if they are away)."
 * When it is due it is routed as a reply that arrived at that moment (originalAgentHold.ts).
 */
import { days, type Duration, type Instant } from '../duration.ts';
import type { Decision } from '../vocabulary.ts';

/** A later date is a slip of the hand, and Pending until then would be forgotten. */
export const FURTHEST_FOLLOW_UP: Duration = days(2 * 365);

/** Whether an interaction can be set pending until then; null where no date was chosen. */
export function decideFollowUp(
    followUpAt: Instant | null,
    now: Instant,
): Decision<{ readonly followUpAt: Instant }> {
    const nextStep = 'Choose a later date or time.';
    if (followUpAt === null) return { allowed: false, reason: 'Pending needs a follow-up date.', nextStep };
    if (followUpAt <= now)
        return { allowed: false, reason: 'The follow-up date has passed already.', nextStep };
    if (followUpAt > now + FURTHEST_FOLLOW_UP)
        return {
            allowed: false,
            reason: 'The follow-up date is more than two years away.',
            nextStep: 'Choose an earlier date or time.',
        };
    return { allowed: true, followUpAt };
}
