/**
 * E6: "Reply, reply-all, forward, new outbound mail"; its composer: "undo for some seconds". A mail that an agent sends waits as a row until then; what is taken back comes
 * back as the draft that it was.
 */
import { seconds, type Duration, type Instant } from '../duration.ts';
import type { Decision } from '../vocabulary.ts';

/** The organization's setting; 0 sends at once. */
export const UNDO_SEND_FOR: Duration = seconds(10);

/** The instant before which it does not leave; null: at once. */
export const leavesAt = (now: Instant, undoFor: Duration): Instant | null =>
    undoFor > 0 ? now + undoFor : null;

export interface MailToTakeBack {
    /** Nobody has begun to send it. */
    readonly waits: boolean;
    readonly isMine: boolean;
}

/** Whoever sent it may take it back as long as no process has begun to send it: the row decides, not the clock. */
export function decideUndoSend({ waits, isMine }: MailToTakeBack): Decision {
    if (!isMine)
        return {
            allowed: false,
            reason: 'Only who sent it can take it back.',
            nextStep: 'Ask them.',
        };
    if (!waits)
        return {
            allowed: false,
            reason: 'It is on its way already.',
            nextStep: 'Send another mail that corrects it.',
        };
    return { allowed: true };
}
