/**
 * R3: "Every routing decision is explained in words on the interaction ('held 4 h for …, who is
 * Unavailable; next: Support at 02:10')."
 */
import { describeDuration, minutes } from '../duration.ts';
import type { Instant } from '../duration.ts';
import { momentInWords } from '../momentInWords.ts';
import type { HoldReason } from '../vocabulary.ts';
import type { Competition } from './availability.ts';
import type {
    AfterRefusedOffer,
    NobodyReason,
    NotTaken,
    RecomputeReason,
    RoutingDecisionRecord,
    WithdrawalReason,
} from './decisionRecord.ts';

/** For whom and when the sentence is made. */
export interface Reader {
    readonly agentName: (agentId: number) => string;
    readonly queueName: (queueId: number) => string;
    /** The reader's own zone (IANA). */
    readonly timeZone: string;
    readonly now: Instant;
    /** Of an offer: whether it was taken since; false in the timeline, where the taking has a line of its own. */
    readonly isAccepted?: boolean;
}

/** One sentence, for the interaction's "why" line and its timeline. */
export function explain(record: RoutingDecisionRecord, reader: Reader): string {
    const agent = 'agentId' in record ? reader.agentName(record.agentId) : '';
    const queue = 'queueId' in record ? reader.queueName(record.queueId) : '';
    const offered = reader.isAccepted === true ? 'Accepted by' : 'Offered to';
    const when = (at: Instant): string => momentInWords(at, reader.now, reader.timeZone);

    switch (record.kind) {
        case 'offered_original':
            return `${offered} ${agent}, who answered this thread before.`;
        case 'held': {
            const { who, unless } = HELD[record.reason];
            const held = record.since === undefined ? '' : heldSoFar(reader.now - record.since);
            return `Held ${held}for ${agent}, ${who}; goes to ${queue} ${when(record.until)} ${unless}.`;
        }
        case 'released_deadline':
            return `Released to ${queue}: it waited ${describeDuration(record.heldFor)} for ${agent}.`;
        case 'released_disabled':
            return `Released to ${queue}: ${agent}'s account is switched off.`;
        case 'released_left_queue':
            return `Released to ${queue}: ${agent} is no longer a member of it.`;
        case 'queued_new':
            return `Queued in ${queue}: it is new.`;
        case 'queued_no_agent':
            return `Queued in ${queue}: ${NOBODY[record.because]}${opening(record.opensAt, when)}.`;
        case 'offered_queue':
            return `${offered} ${agent}: ${chosenAmong(record)} available in ${queue}.`;
        case 'declined':
            return `Declined by ${agent}; ${afterRefusal(record.after, queue, when)}.`;
        case 'missed':
            return `Missed by ${agent}; ${afterRefusal(record.after, queue, when)}.`;
        case 'requeued':
            return `Back in ${queue} at its old place: waiting since ${when(record.queuedAt).replace(/^on /, '')}.`;
        case 'withdrawn':
            return `Offer to ${agent} withdrawn: ${WITHDRAWN[record.because]}.`;
        case 'assigned_manually':
            return `Assigned to ${agent} by ${reader.agentName(record.byAgentId)}.`;
        case 'pulled':
            return `Pulled from ${queue} by ${agent}.`;
        case 'marked_spam':
            return `Spam: marked by ${reader.agentName(record.byAgentId)} ${when(record.at)}${because(record.reason)}.`;
        case 'blocked_sender':
            return `Spam: its ${record.scope === 'domain' ? "sender's domain" : 'sender'} was blocked by ${reader.agentName(record.byAgentId)} ${when(record.at)}${because(record.reason)}.`;
        case 'spam_by_rule':
            return `Spam: the rule “${record.ruleName}” says so.`;
        case 'reply_to_owner':
            return `The reply went to ${agent}, who is working on it.`;
        case 'returned_followup':
            return `Back with ${agent}: its follow-up is due.`;
        case 'transfer_offered':
            return record.byAgentId === record.agentId
                ? `${offered} ${agent}: nobody took the transfer.`
                : `${offered} ${agent}: ${reader.agentName(record.byAgentId)} transferred it.`;
        case 'transfer_held': {
            const { who, unless } = HELD[record.reason];
            const back = record.byAgentId === record.agentId;
            const from = back
                ? 'The transfer is back'
                : `Transferred by ${reader.agentName(record.byAgentId)}`;
            return `${from}: waits for ${agent}, ${who}; goes to ${queue} ${when(record.until)} ${unless}.`;
        }
        case 'transfer_to_queue': {
            const since = when(record.queuedAt).replace(/^on /, '');
            const closed =
                record.opensAt === undefined ? '' : `; it is closed${opening(record.opensAt, when)}`;
            return `Transferred to ${queue} by ${reader.agentName(record.byAgentId)}, at its old place: waiting since ${since}${closed}.`;
        }
        case 'transfer_returned':
            return `Back with ${agent}: ${reader.agentName(record.receiverAgentId)} ${NOT_TAKEN[record.because]}.`;
        case 'hold_recomputed': {
            const moved = `goes to ${queue} ${when(record.until)} instead of ${when(record.before)}`;
            return `Still held for ${agent}; ${moved}, since ${RECOMPUTED[record.because]}.`;
        }
    }
}

function chosenAmong({ available, among }: Competition): string {
    if (available === 1) return 'the only one';
    if (!among) return `longest idle among ${available}`;
    const { priority, count } = among;
    return count === 1
        ? `the only one with ${priority} priority among ${available}`
        : `longest idle of ${count} with ${priority} priority among ${available}`;
}

const because = (reason: string): string => {
    const said = reason.trim().replace(/\.$/, '');
    return said === '' ? '' : `, because: ${said}`;
};

const HELD: Readonly<Record<HoldReason, { readonly who: string; readonly unless: string }>> = {
    busy: { who: 'who is Busy', unless: 'if they are not free before' },
    unavailable: { who: 'who is Unavailable', unless: 'if they are not back' },
    logged_out: { who: 'who is Logged Out', unless: 'if they are not back' },
    outside_hours: { who: 'who is outside their working hours', unless: 'if they are not back' },
    declined: { who: 'who declined it', unless: 'if they do not take it before' },
    missed: { who: 'who missed it', unless: 'if they do not take it before' },
};

const NOBODY: Readonly<Record<NobodyReason, string>> = {
    nobody_available: 'nobody is available',
    nobody_with_skills: 'nobody with the skills it needs is available',
    everybody_declined: 'everybody available has declined it',
    queue_closed: 'it is closed',
};

const WITHDRAWN: Readonly<Record<WithdrawalReason, string>> = {
    pulled: 'another agent pulled it',
    assigned: 'it was assigned by hand',
    transferred: 'it was transferred',
    closed: 'it was closed',
    customer_left: 'the customer left',
    agent_away: 'they are no longer Available',
    disabled: 'their account was switched off',
};

const NOT_TAKEN: Readonly<Record<NotTaken, string>> = {
    declined: 'declined the transfer',
    missed: 'missed the transfer',
    away: 'went away while it rang',
    disabled: 'can no longer sign in',
};

const RECOMPUTED: Readonly<Record<RecomputeReason, string>> = {
    settings_changed: 'the settings of the hold were changed',
    hours_changed: 'the opening hours were changed',
    older_reply: 'an older reply waits on the thread',
};

/** Nothing in the first minute: a hold that has just begun is not "held 0 s". */
function heldSoFar(length: number): string {
    return length < minutes(1) ? '' : `${describeDuration(length)} `;
}

function opening(opensAt: Instant | null | undefined, when: (at: Instant) => string): string {
    return opensAt === undefined || opensAt === null ? '' : ` and opens ${when(opensAt)}`;
}

function afterRefusal(after: AfterRefusedOffer, queue: string, when: (at: Instant) => string): string {
    switch (after.then) {
        case 'held':
            return `held for them until they return, and goes to ${queue} ${when(after.until)}`;
        case 'requeued':
            return `back in ${queue} at its old place`;
        case 'returned':
            return 'back to who transferred it';
    }
}
