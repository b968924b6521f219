/**
 * E4: "A reply on an existing thread goes to the original agent: offered at once if Available; waits
 * for them if Busy; held if Unavailable, Logged Out or outside their working hours, and offered the
 * moment they return; 16 hours after the reply arrived (wall-clock by default, queue opening hours as
 * an option), whether they were Busy or away, it goes to the next available agent of the queue.
 * Declined or missed by the original agent: held on, with the same deadline. The original agent
 * disabled or no longer in the queue: released at once. The deadline is that of the oldest waiting
 * reply, durable, visible ("held for … until …") and survives restarts."
 */
import { hours } from '../duration.ts';
import type { Duration, Instant } from '../duration.ts';
import { addOpenTime } from '../schedule.ts';
import type { Schedule } from '../schedule.ts';
import type { HoldMode, HoldReason, Presence } from '../vocabulary.ts';

export const ORIGINAL_AGENT_HOLD: Duration = hours(16);
export const DEFAULT_HOLD_MODE: HoldMode = 'wall_clock';

export interface OriginalAgent {
    readonly agentId: number;
    /**
     * For the interaction's channel. Outside working hours counts as Unavailable; where the reason
     * shown is to be "outside their hours", derive it as if within hours (derivePresence with
     * withinWorkingHours: true) and let `withinWorkingHours` below tell.
     */
    readonly presence: Presence;
    readonly enabled: boolean;
    readonly inQueue: boolean;
    readonly withinWorkingHours: boolean;
}

export interface HoldSettings {
    readonly length: Duration;
    readonly mode: HoldMode;
    readonly queueHours: Schedule;
}

export interface ReplyInput {
    readonly now: Instant;
    /** When the oldest customer message that nobody has answered yet arrived. */
    readonly oldestWaitingReplyAt: Instant;
    readonly original: OriginalAgent | null;
    readonly settings: HoldSettings;
    /**
     * What the original agent did with the offer of this reply. The caller sets it back to null when
     * they went away (Unavailable, Logged Out) and when they choose Available again: until then they
     * are not offered the same reply twice.
     */
    readonly refused: 'declined' | 'missed' | null;
}

export type ReplyDecision =
    | { readonly action: 'offer'; readonly agentId: number }
    | {
          readonly action: 'hold';
          readonly agentId: number;
          readonly reason: HoldReason;
          readonly until: Instant;
      }
    | { readonly action: 'queue'; readonly because: ReleaseReason };

export type ReleaseReason = 'no_original_agent' | 'agent_disabled' | 'agent_left_queue' | 'deadline_passed';

/** Where a reply goes now. At exactly the deadline the hold is over; one millisecond earlier it stands. */
export function decideReply(input: ReplyInput): ReplyDecision {
    const { original, now } = input;
    if (original === null) return { action: 'queue', because: 'no_original_agent' };
    if (!original.enabled) return { action: 'queue', because: 'agent_disabled' };
    if (!original.inQueue) return { action: 'queue', because: 'agent_left_queue' };

    const until = holdDeadline(input.oldestWaitingReplyAt, input.settings);
    if (now >= until) return { action: 'queue', because: 'deadline_passed' };

    const { agentId } = original;
    const reason = input.refused ?? reasonToHold(original);
    return reason === null ? { action: 'offer', agentId } : { action: 'hold', agentId, reason, until };
}

/** When the hold ends. Opening hours that never come (a queue closed for good) fall back to the wall clock. */
export function holdDeadline(oldestWaitingReplyAt: Instant, settings: HoldSettings): Instant {
    const byWallClock = oldestWaitingReplyAt + settings.length;
    switch (settings.mode) {
        case 'wall_clock':
            return byWallClock;
        case 'opening_hours':
            return addOpenTime(settings.queueHours, oldestWaitingReplyAt, settings.length) ?? byWallClock;
    }
}

function reasonToHold(original: OriginalAgent): HoldReason | null {
    if (original.presence === 'logged_out') return 'logged_out';
    if (original.presence === 'unavailable') return 'unavailable';
    if (!original.withinWorkingHours) return 'outside_hours';
    return original.presence === 'busy' ? 'busy' : null;
}
