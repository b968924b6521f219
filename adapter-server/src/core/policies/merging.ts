/**
 * E2: "with one-click merge". Where the rows leave room: two threads that become one have the original agent of the one
 * that was answered or closed last ("the agent who last sent a reply on the thread or closed it"), and a mail that is
 * still being written is no thread yet: among other messages it could not be sent any more.
 */
import type { Instant } from '../duration.ts';
import type { Decision } from '../vocabulary.ts';

export interface ThreadToMerge {
    readonly originalAgentId: number | null;
    /** When the original agent last answered or closed it. */
    readonly answeredAt: Instant | null;
}

/** The original agent of both, once they are one. */
export function originalAgentOfBoth(from: ThreadToMerge, into: ThreadToMerge): number | null {
    if (from.originalAgentId === null || into.originalAgentId === null)
        return into.originalAgentId ?? from.originalAgentId;
    return (from.answeredAt ?? -Infinity) > (into.answeredAt ?? -Infinity)
        ? from.originalAgentId
        : into.originalAgentId;
}

/** Whether there is a thread to merge. */
export const decideMergeable = ({ isBeingWritten }: { readonly isBeingWritten: boolean }): Decision =>
    isBeingWritten
        ? {
              allowed: false,
              reason: 'A mail that is still being written cannot be merged.',
              nextStep: 'Send it or discard it first.',
          }
        : { allowed: true };
