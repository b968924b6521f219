/**
 * E6: "Reply, reply-all, forward, new outbound mail"; its composer: "undo for some seconds". A mail that an agent sends
 * waits as a row until then; what is taken back comes back as the draft that it was, and the customer waits again, unless
 * an answer that was written after it stands.
 */
import { seconds, type Duration, type Instant } from '../duration.ts';
import type { Decision, InteractionStatus } from '../vocabulary.ts';

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

/** How an interaction stood before a mail was sent. */
export interface Standing {
    readonly status: InteractionStatus;
    readonly waitingSince: Instant | null;
    readonly unread: boolean;
    readonly originalAgentId: number | null;
    readonly followUpAt: Instant | null;
    readonly pendingBy: number | null;
    /** "Send and close". */
    readonly closed: boolean;
}

/**
 * An answer that was written after the one taken back now answers what that one did: taken back as well, it leaves the
 * customer waiting since then, in the hands of whoever had them before either.
 */
export function standingInherited(taken: Standing, next: Standing, sender: number): Standing {
    const unchanged = next.status === 'open' && next.waitingSince === null && !taken.closed;
    return {
        ...next,
        status: unchanged && taken.status !== 'pending' ? taken.status : next.status,
        waitingSince: earlier(taken.waitingSince, next.waitingSince),
        unread: taken.unread || next.unread,
        originalAgentId: next.originalAgentId === sender ? taken.originalAgentId : next.originalAgentId,
    };
}

/**
 * Taken back, a mail makes its sender the original agent no more; that they closed the interaction since does by itself
 * (requirements: "who last sent a reply on the thread or closed it").
 */
export function originalAgentOnceUndone(facts: {
    readonly now: number | null;
    readonly before: number | null;
    readonly sender: number;
    readonly closedBySenderSince: boolean;
}): number | null {
    return facts.now === facts.sender && !facts.closedBySenderSince ? facts.before : facts.now;
}

const earlier = (a: Instant | null, b: Instant | null): Instant | null =>
    a === null || b === null ? (a ?? b) : Math.min(a, b);
