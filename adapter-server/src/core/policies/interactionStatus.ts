/**
 * E8: "Statuses New, Open, Pending, Resolved, Closed. Close is the standard way to finish, for email
 * and chat alike. Closed cannot be replied to; a customer reply reopens it. Pending takes a follow-up
 * date, and returns to its agent then."
 *
 *              reply                     set_pending
 *   New ──────────────────► Open ◄───────────────────────► Pending
 *    │                      │  ▲     follow_up_due, reopen    │
 *    │ resolve      resolve │  │ reply, reopen               │ resolve
 *    ▼                      ▼  │                             ▼
 *    └──────────────────► Resolved ◄─────────────────────────┘
 *
 *   any but Closed ── close ──► Closed ── reopen ──► Open
 *
 *   A customer's message is no action of an agent: reopening.ts. A reply on Pending leaves it pending,
 *   since the follow-up date still stands; a note or an accepted offer changes no status.
 */
import type { Decision, InteractionStatus } from '../vocabulary.ts';

export const STATUS_ACTIONS = [
    'reply',
    'resolve',
    'close',
    'set_pending',
    'reopen',
    'follow_up_due',
] as const;
export type StatusAction = (typeof STATUS_ACTIONS)[number];

export const STATUS_WORDS: Readonly<Record<InteractionStatus, string>> = {
    new: 'New',
    open: 'Open',
    pending: 'Pending',
    resolved: 'Resolved',
    closed: 'Closed',
};

type Transitions = Readonly<Partial<Record<StatusAction, InteractionStatus>>>;

const TRANSITIONS: Readonly<Record<InteractionStatus, Transitions>> = {
    new: { reply: 'open', resolve: 'resolved', close: 'closed', set_pending: 'pending' },
    open: { reply: 'open', resolve: 'resolved', close: 'closed', set_pending: 'pending' },
    pending: {
        reply: 'pending',
        resolve: 'resolved',
        close: 'closed',
        set_pending: 'pending',
        reopen: 'open',
        follow_up_due: 'open',
    },
    resolved: { reply: 'open', close: 'closed', set_pending: 'pending', reopen: 'open' },
    closed: { reopen: 'open' },
};

/** Whether the action is possible in this status, and the status it leads to. */
export function allowed(
    status: InteractionStatus,
    action: StatusAction,
): Decision<{ readonly next: InteractionStatus }> {
    const next = TRANSITIONS[status][action];
    return next === undefined ? refuse(status, action) : { allowed: true, next };
}

function refuse(status: InteractionStatus, action: StatusAction): Decision<never> {
    if (status === 'closed' && action === 'reply') {
        return {
            allowed: false,
            reason: 'A closed interaction cannot be replied to.',
            nextStep: 'Reopen it first, or start a new mail to the customer.',
        };
    }
    switch (action) {
        case 'reply':
        case 'resolve':
        case 'set_pending':
        case 'close':
            return status === 'closed'
                ? { allowed: false, reason: 'It is Closed.', nextStep: 'Reopen it first.' }
                : { allowed: false, reason: `It is ${STATUS_WORDS[status]} already.` };
        case 'reopen':
            return { allowed: false, reason: `It is ${STATUS_WORDS[status]}: there is nothing to reopen.` };
        case 'follow_up_due':
            return { allowed: false, reason: `It is ${STATUS_WORDS[status]}: no follow-up is waiting.` };
    }
}
