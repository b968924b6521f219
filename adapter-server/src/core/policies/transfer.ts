/**
 * E10: "Transfer to an agent or a queue, with a note."
 * R2: "Exceptions, each explicit: transfers to a paused agent with that permission, … a transfer to a
 * Busy agent". R7: "receive transfers while paused (permission)".
 *
 * To an agent:
 *
 *   Available ──► rings at once (R4) ──► accepted
 *   Busy ───────► waits for them (E4's deadline), or refused, as set ──► rings ──► accepted
 *   Unavailable ► rings at once with the permission; without it refused, unless the giver lets it wait
 *   Logged Out, outside their hours ► refused, unless the giver lets it wait
 *
 *   declined, missed, or gone away while it rings ──► back to who transferred it, with the reason
 */
import type { Duration, Instant } from '../duration.ts';
import type { HoldReason, Presence, Refusal, TransferNote, TransferToBusy } from '../vocabulary.ts';
import { holdDeadline, type HoldSettings } from './originalAgentHold.ts';

export const DEFAULT_TRANSFER_NOTE: TransferNote = 'required';

export const DEFAULT_TRANSFER_TO_BUSY: TransferToBusy = 'wait';

export interface Receiver {
    readonly name: string;
    readonly enabled: boolean;
    /** For the interaction's channel, as if within working hours: `withinWorkingHours` tells the rest. */
    readonly presence: Presence;
    readonly withinWorkingHours: boolean;
    readonly load: number;
    readonly capacity: number;
    /** The permission "receive transfers while paused". */
    readonly receivesWhilePaused: boolean;
}

export type TransferDecision =
    { readonly action: 'offer' } | { readonly action: 'hold'; readonly reason: HoldReason } | Refusal;

/** null: nothing is missing. */
export function refuseWithoutNote(note: string, setting: TransferNote): Refusal | null {
    if (setting === 'optional' || note.trim() !== '') return null;
    return {
        allowed: false,
        reason: 'A transfer needs a note.',
        nextStep: 'Write what the next person needs to know.',
    };
}

export interface TransferRequest {
    readonly receiver: Receiver;
    readonly toBusy: TransferToBusy;
    /** The giver lets it wait for somebody who is away. */
    readonly holdIfAway: boolean;
    readonly queueName: string;
}

/** What becomes of a transfer that somebody asks for now. */
export function decideTransfer({
    receiver,
    toBusy,
    holdIfAway,
    queueName,
}: TransferRequest): TransferDecision {
    const { name } = receiver;
    if (!receiver.enabled)
        return refused(`${name} cannot sign in: the account is switched off.`, 'Choose somebody else.');
    if (receiver.capacity === 0)
        return refused(`${name} takes nothing in this channel.`, 'Choose somebody else.');
    const reason = reasonToWait(receiver);
    if (reason === null) return { action: 'offer' };
    if (reason === 'busy') {
        if (toBusy === 'wait') return { action: 'hold', reason };
        return refused(
            `${name} has ${receiver.load} of ${receiver.capacity} and is Busy.`,
            `Transfer it to ${queueName} instead, or choose somebody who is Available.`,
        );
    }
    if (holdIfAway) return { action: 'hold', reason };
    return refused(
        `${name} ${AWAY[reason]}.`,
        `Transfer it to ${queueName} instead, or let it wait for ${name}.`,
    );
}

export type WaitingDecision =
    | { readonly action: 'offer' }
    | { readonly action: 'hold'; readonly reason: HoldReason; readonly until: Instant }
    | { readonly action: 'return' }
    | { readonly action: 'queue'; readonly waited: Duration };

export interface WaitingTransfer {
    readonly now: Instant;
    readonly receiver: Receiver;
    readonly transferredAt: Instant;
    /** The oldest customer message that nobody has answered; null where nobody waits. */
    readonly oldestWaitingAt: Instant | null;
    readonly settings: HoldSettings;
}

/** A transfer that waits for somebody: asked whenever the answer may differ, and at its deadline. */
export function decideWaitingTransfer(transfer: WaitingTransfer): WaitingDecision {
    const { now, receiver, transferredAt } = transfer;
    if (!receiver.enabled) return { action: 'return' };
    const until = transferDeadline(transfer);
    if (now >= until) return { action: 'queue', waited: now - transferredAt };
    const reason = reasonToWait(receiver);
    return reason === null ? { action: 'offer' } : { action: 'hold', reason, until };
}

/**
 * E4's deadline, that of the oldest waiting message. Where that one has passed when it is transferred, or
 * nobody waits, its time begins with the transfer: a hand gives it to somebody to wait for them.
 */
export function transferDeadline(of: Omit<WaitingTransfer, 'now' | 'receiver'>): Instant {
    const due = holdDeadline(of.oldestWaitingAt ?? of.transferredAt, of.settings);
    return due > of.transferredAt ? due : holdDeadline(of.transferredAt, of.settings);
}

function reasonToWait(receiver: Receiver): Exclude<HoldReason, 'declined' | 'missed'> | null {
    if (receiver.presence === 'logged_out') return 'logged_out';
    if (!receiver.withinWorkingHours) return 'outside_hours';
    // Being paused hides whether there is room; the permission is no leave to go beyond the capacity.
    if (receiver.presence === 'unavailable' && !receiver.receivesWhilePaused) return 'unavailable';
    return receiver.load >= receiver.capacity ? 'busy' : null;
}

const AWAY = {
    unavailable: 'is Unavailable and takes no transfers meanwhile',
    logged_out: 'is Logged Out',
    outside_hours: 'is outside their working hours',
} as const;

export interface Giver {
    readonly enabled: boolean;
    readonly loggedOut: boolean;
    readonly load: number;
    readonly capacity: number;
}

/**
 * Where a transfer goes that its receiver did not take: into the giver's inbox, Unavailable or not, since it
 * was their work; waiting for them where there is no room or nobody; and to the queue where the giver
 * declines it, too, or cannot have it.
 */
export function decideReturn(
    giver: Giver | null,
    onItsWayBack: boolean,
): 'assign' | 'hold_busy' | 'hold_logged_out' | 'queue' {
    if (onItsWayBack || !giver?.enabled || giver.capacity === 0) return 'queue';
    if (giver.loggedOut) return 'hold_logged_out';
    return giver.load >= giver.capacity ? 'hold_busy' : 'assign';
}

const refused = (reason: string, nextStep: string): Refusal => ({ allowed: false, reason, nextStep });
