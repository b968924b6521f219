/**
 * E3: "Automatic acknowledgement of each new thread, once: 'We have received your email and will reply
 * shortly.' (a template per queue); never to no-reply, auto-replies, bounces, lists, own addresses;
 * RFC 3834 on both sides; capped per sender and per thread, so no loop can form."
 */
import { hours } from '../duration.ts';
import type { Duration } from '../duration.ts';
import type { Decision, MailKind } from '../vocabulary.ts';

/** The template of a queue that has none of its own. */
export const ACKNOWLEDGEMENT_TEXT = 'We have received your email and will reply shortly.';
export const ACKNOWLEDGEMENTS_PER_THREAD = 1;
export const ACKNOWLEDGEMENTS_PER_SENDER = 5;
/** An answer to an acknowledgement comes at once; a person's next mail with a like subject comes later, or differs. */
export const ANSWER_TO_ACKNOWLEDGEMENT_WINDOW: Duration = hours(1);
/** The window of the cap per sender. */
export const ACKNOWLEDGEMENT_SENDER_WINDOW: Duration = hours(24);

export interface AcknowledgementFacts {
    readonly isNewThread: boolean;
    readonly classification: MailKind;
    /** DMARC failed: whoever is named has perhaps not written, and would get mail they did not ask for. */
    readonly senderIsForged?: boolean;
    /** From (or Reply-To) is one of our own mailboxes or queue addresses. */
    readonly senderIsOwnAddress: boolean;
    /** There is an address to answer to, with a non-empty envelope sender (RFC 3834, section 2). */
    readonly hasReplyAddress: boolean;
    /** Acknowledgements sent to this address in the last ACKNOWLEDGEMENT_SENDER_WINDOW, on any thread. */
    readonly acknowledgementsToSenderInWindow: number;
    readonly acknowledgementsOnThread: number;
    /** See answersBySubject: it lost ids and token, and its subject says what it answers. */
    readonly answersAcknowledgement?: boolean;
    /** This very message was acknowledged before (it is processed again after a crash). */
    readonly alreadyAcknowledged: boolean;
    /** The organization's own cap; ACKNOWLEDGEMENTS_PER_SENDER where not set. */
    readonly perSenderCap?: number;
}

const REFUSED_KINDS: Readonly<Record<Exclude<MailKind, 'human'>, string>> = {
    auto: 'It is an automatic reply.',
    bounce: 'It is a delivery report.',
    list: 'It came through a mailing list.',
    bulk: 'It is bulk mail.',
    noreply: 'Its sender does not read replies.',
    abuse_report: 'It is an abuse report.',
};

/** Whether this message gets the acknowledgement; the reason of a refusal is for the journal. */
export function decideAcknowledgement(facts: AcknowledgementFacts): Decision {
    const reason = reasonAgainst(facts);
    return reason === null ? { allowed: true } : { allowed: false, reason };
}

function reasonAgainst(facts: AcknowledgementFacts): string | null {
    const { classification } = facts;
    if (facts.alreadyAcknowledged) return 'It was acknowledged before.';
    if (classification !== 'human') return REFUSED_KINDS[classification];
    if (facts.senderIsForged) return 'Its sender may be forged (DMARC failed).';
    if (facts.senderIsOwnAddress) return 'It came from one of our own addresses.';
    if (!facts.hasReplyAddress) return 'There is no address to answer to.';
    if (!facts.isNewThread) return 'Only the first message of a thread is acknowledged.';
    if (facts.acknowledgementsOnThread >= ACKNOWLEDGEMENTS_PER_THREAD)
        return 'The thread was acknowledged before.';
    if (facts.answersAcknowledgement) return 'It answers our acknowledgement, as a machine does.';
    const cap = facts.perSenderCap ?? ACKNOWLEDGEMENTS_PER_SENDER;
    if (facts.acknowledgementsToSenderInWindow >= cap) {
        return `The sender got ${facts.acknowledgementsToSenderInWindow} acknowledgements within 24 hours; the cap is ${cap}.`;
    }
    return null;
}

const REPLY_PREFIX = /^\s*re:\s*/i;
/** What stands before the subject that is answered: "Re:", "Automatic reply:", "[Ticket 12]". */
const ENDS_AS_PREFIX = /[:\])]\s*$/;

/**
 * Whether a subject is that of an acknowledgement of ours with something before it. A responder that sets no header and
 * keeps neither ids nor token makes it grow with each round; without this the cap alone would end the loop.
 *
 * @param acknowledged subjects of the acknowledgements that the sender got within ANSWER_TO_ACKNOWLEDGEMENT_WINDOW
 */
export function answersBySubject(subject: string, acknowledged: readonly string[]): boolean {
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
    const given = plain(subject);
    return acknowledged.some((each) => {
        const answered = plain(each).replace(REPLY_PREFIX, '');
        if (answered === '' || !given.endsWith(answered)) return false;
        return ENDS_AS_PREFIX.test(given.slice(0, given.length - answered.length));
    });
}
