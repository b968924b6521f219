/**
 * R3: "Every routing decision is explained in words on the interaction". This is what the journal
 * keeps of a decision: ids, instants and reasons, never names or sentences, so that it reads right in
 * every zone and after somebody was renamed. explain.ts makes the sentence.
 */
import type { Duration, Instant } from '../duration.ts';
import type { HoldReason } from '../vocabulary.ts';
import type { Competition } from './availability.ts';

interface OfAgent {
    readonly agentId: number;
}
interface OfQueue {
    readonly queueId: number;
}

/** E12: who said so, why (in their words, may be empty) and when. */
interface SaidToBeSpam {
    readonly byAgentId: number;
    readonly reason: string;
    readonly at: Instant;
}

/** Where a declined or missed offer went: held on for its original agent, or back to the queue or the giver. */
export type AfterRefusedOffer =
    | { readonly then: 'held'; readonly until: Instant }
    | { readonly then: 'requeued' }
    /** To who transferred it (E10). */
    | { readonly then: 'returned' };

export type NobodyReason = 'nobody_available' | 'nobody_with_skills' | 'everybody_declined' | 'queue_closed';
export type WithdrawalReason =
    'pulled' | 'assigned' | 'transferred' | 'closed' | 'customer_left' | 'agent_away' | 'disabled';
/** What its receiver did instead of taking a transfer. */
export type NotTaken = 'declined' | 'missed' | 'away' | 'disabled';
export type RecomputeReason = 'settings_changed' | 'hours_changed' | 'older_reply';

export type RoutingDecisionRecord =
    | ({ readonly kind: 'offered_original' } & OfAgent)
    | ({
          readonly kind: 'held';
          readonly reason: HoldReason;
          readonly until: Instant;
          /** When the hold began; the sentence then says for how long it has been held. */
          readonly since?: Instant;
      } & OfAgent &
          OfQueue)
    | ({ readonly kind: 'released_deadline'; readonly heldFor: Duration } & OfAgent & OfQueue)
    | ({ readonly kind: 'released_disabled' } & OfAgent & OfQueue)
    | ({ readonly kind: 'released_left_queue' } & OfAgent & OfQueue)
    | ({ readonly kind: 'queued_new' } & OfQueue)
    | ({
          readonly kind: 'queued_no_agent';
          readonly because: NobodyReason;
          /** 'queue_closed': when it opens; null where that is not in sight. */
          readonly opensAt?: Instant | null;
      } & OfQueue)
    | ({ readonly kind: 'offered_queue' } & Competition & OfAgent & OfQueue)
    | ({ readonly kind: 'declined'; readonly after: AfterRefusedOffer } & OfAgent & OfQueue)
    | ({ readonly kind: 'missed'; readonly after: AfterRefusedOffer } & OfAgent & OfQueue)
    | ({ readonly kind: 'requeued'; readonly queuedAt: Instant } & OfQueue)
    | ({ readonly kind: 'withdrawn'; readonly because: WithdrawalReason } & OfAgent)
    | ({ readonly kind: 'assigned_manually'; readonly byAgentId: number } & OfAgent)
    | ({ readonly kind: 'pulled' } & OfAgent & OfQueue)
    | ({ readonly kind: 'marked_spam' } & SaidToBeSpam)
    | ({ readonly kind: 'blocked_sender'; readonly scope: 'sender' | 'domain' } & SaidToBeSpam)
    /** R8 */
    | { readonly kind: 'spam_by_rule'; readonly ruleName: string }
    | ({ readonly kind: 'reply_to_owner' } & OfAgent)
    | ({ readonly kind: 'returned_followup' } & OfAgent)
    | ({ readonly kind: 'transfer_offered'; readonly byAgentId: number } & OfAgent)
    /** Waits for the receiver; for the giver where `byAgentId` is the same agent: it is on its way back. */
    | ({
          readonly kind: 'transfer_held';
          readonly byAgentId: number;
          readonly reason: HoldReason;
          readonly until: Instant;
      } & OfAgent &
          OfQueue)
    | ({
          readonly kind: 'transfer_to_queue';
          readonly byAgentId: number;
          readonly queuedAt: Instant;
          /** Where it is closed: when it opens; null where that is not in sight. */
          readonly opensAt?: Instant | null;
      } & OfQueue)
    | ({
          readonly kind: 'transfer_returned';
          readonly receiverAgentId: number;
          readonly because: NotTaken;
      } & OfAgent)
    | ({
          readonly kind: 'hold_recomputed';
          readonly because: RecomputeReason;
          readonly before: Instant;
          readonly until: Instant;
      } & OfAgent &
          OfQueue);

export type RoutingDecisionKind = RoutingDecisionRecord['kind'];

const KINDS: Readonly<Record<RoutingDecisionKind, true>> = {
    offered_original: true,
    held: true,
    released_deadline: true,
    released_disabled: true,
    released_left_queue: true,
    queued_new: true,
    queued_no_agent: true,
    offered_queue: true,
    declined: true,
    missed: true,
    requeued: true,
    withdrawn: true,
    assigned_manually: true,
    pulled: true,
    reply_to_owner: true,
    returned_followup: true,
    transfer_offered: true,
    transfer_held: true,
    transfer_to_queue: true,
    transfer_returned: true,
    hold_recomputed: true,
    marked_spam: true,
    blocked_sender: true,
    spam_by_rule: true,
};
/** Whether a journal entry of this kind is a routing decision. */
export const isRoutingDecisionKind = (kind: string): kind is RoutingDecisionKind =>
    Object.hasOwn(KINDS, kind);
