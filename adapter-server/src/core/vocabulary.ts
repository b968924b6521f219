/** The words of the requirements as types. Every other module speaks in these. */

export const CHANNELS = ['email', 'chat', 'voice'] as const;
export type Channel = (typeof CHANNELS)[number];

export const ROLES = ['agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What an agent may do beside their role (A6, R7); core/policies/permissions.ts says who holds which.
 *   email_search              search mail by anything; without it only by an interaction's number
 *   receive_transfers_paused  "receive transfers when paused": a transfer reaches them while Unavailable
 *   queue_counters            see what waits in their queues
 *   pause_reasons             may say why when they go Unavailable
 */
export const PERMISSIONS = [
    'email_search',
    'receive_transfers_paused',
    'queue_counters',
    'pause_reasons',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What an agent chose, or what the server set when their last connection was gone for good. */
export const CHOSEN_STATUSES = ['available', 'unavailable', 'logged_out'] as const;
export type ChosenStatus = (typeof CHOSEN_STATUSES)[number];

/** What others see. Busy is derived per channel; outside working hours counts as Unavailable. */
export const PRESENCES = ['available', 'busy', 'unavailable', 'logged_out'] as const;
export type Presence = (typeof PRESENCES)[number];

export const INTERACTION_STATUSES = ['new', 'open', 'pending', 'resolved', 'closed'] as const;
export type InteractionStatus = (typeof INTERACTION_STATUSES)[number];

/**
 * Where an interaction stands on its way to an agent.
 *
 *   (arrives) ─► queued ─► offered ─► assigned ─► idle ─► (reply) ─► queued | held | offered
 *                  ▲          │ declined, missed      ▲
 *                  │          ▼                       │ dismissed
 *                  └──────── held ────────────────────┘
 *                 deadline   (for the original agent)
 */
export const ROUTING_STATES = ['queued', 'held', 'offered', 'assigned', 'idle'] as const;
export type RoutingState = (typeof ROUTING_STATES)[number];

/** How soon an interaction is wanted beside others of its queue; core/policies/interactionPriority.ts gives them an order. */
export const INTERACTION_PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type InteractionPriority = (typeof INTERACTION_PRIORITIES)[number];

export const MEMBERSHIP_PRIORITIES = ['high', 'medium', 'low'] as const;
export type MembershipPriority = (typeof MEMBERSHIP_PRIORITIES)[number];

/** Why an interaction is held for its original agent instead of being offered. */
export const HOLD_REASONS = [
    'busy',
    'unavailable',
    'logged_out',
    'outside_hours',
    'declined',
    'missed',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** How a hold's 16 hours are counted. */
export const HOLD_MODES = ['wall_clock', 'opening_hours'] as const;
export type HoldMode = (typeof HOLD_MODES)[number];

/** Per queue (E10): whether a transfer out of it needs a note, and what one to a Busy agent does. */
export const TRANSFER_NOTES = ['required', 'optional'] as const;
export type TransferNote = (typeof TRANSFER_NOTES)[number];
export const TRANSFERS_TO_BUSY = ['wait', 'refuse'] as const;
export type TransferToBusy = (typeof TRANSFERS_TO_BUSY)[number];

/** Who may write a tag that the organization does not have yet. */
export const NEW_TAGS = ['everybody', 'admins'] as const;
export type NewTags = (typeof NEW_TAGS)[number];

export const OFFER_OUTCOMES = ['ringing', 'accepted', 'declined', 'missed', 'withdrawn'] as const;
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number];

/** An expected refusal, as a value: why, and the next step to offer. */
export interface Refusal {
    readonly allowed: false;
    readonly reason: string;
    readonly nextStep?: string;
}
export type Decision<T = unknown> = ({ readonly allowed: true } & T) | Refusal;

/** What kind of sender a mail has. Only `human` is ever acknowledged (E3). */
export const MAIL_KINDS = ['human', 'auto', 'bounce', 'list', 'bulk', 'noreply', 'abuse_report'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * What a queue may promise its customers (R9): the first reply of a person, a reply to each later message, and that
 * the matter is finished.
 */
export const TARGET_KINDS = ['first_reply', 'next_reply', 'resolution'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];
