/**
 * E6: "Reply, reply-all": to the newest message of the customer unless another of the thread is chosen, the customer's or
 * one of ours (then it goes where that one went, as a second mail on the same matter).
 *
 * What machines wrote is no message to answer, and what has not left has reached nobody yet: an answer to it would name a
 * mail that its reader has never seen.
 */
import type { Decision } from '../vocabulary.ts';

export interface ThreadMail {
    readonly direction: 'inbound' | 'outbound';
    readonly kind: 'message' | 'acknowledgement' | 'automatic';
    readonly deliveryState: 'waiting' | 'sent' | 'failed' | null;
}

/** Whether a reply may be written to this message; where to, replyRecipients.ts says, and E7 whether it may go there. */
export function decideAnswerable({ direction, kind, deliveryState }: ThreadMail): Decision {
    if (kind !== 'message')
        return {
            allowed: false,
            reason: 'This is an automatic mail: nobody waits for an answer to it.',
            nextStep: 'Reply to a message that a person wrote.',
        };
    if (direction === 'outbound' && deliveryState === 'waiting')
        return {
            allowed: false,
            reason: 'This mail has not left yet.',
            nextStep: 'Take it back and write in it, or reply to it once it is sent.',
        };
    return { allowed: true };
}
