/**
 * E3: "never to no-reply, auto-replies, bounces, lists, own addresses". E8: "a customer reply reopens
 * it": an automatic mail is no customer's reply. E4: the 16 hours are for a person who waits.
 */
import type { MailKind } from '../vocabulary.ts';

export interface AutomaticMailFacts {
    readonly kind: MailKind;
    /** decideThread appended it to a thread. */
    readonly matched: boolean;
    /** It reacts to an acknowledgement of ours (an out-of-office note, or the acknowledgement bounced). */
    readonly answersOurAcknowledgement: boolean;
}

export interface MailEffects {
    /**
     * 'append': on its thread. 'attach_silently': on the thread of our acknowledgement, as a line of the
     * timeline that notifies nobody. 'new_interaction': a thread of its own.
     */
    readonly place: 'append' | 'attach_silently' | 'new_interaction';
    /** A closed, resolved or pending thread becomes Open (reopening.ts). */
    readonly reopens: boolean;
    /** May be acknowledged at all; acknowledgement.ts still decides. */
    readonly acknowledges: boolean;
    /** Starts or continues a waiting reply, which routing brings to the original agent (E4). */
    readonly waits: boolean;
    /** A new interaction goes to its queue, so that a person sees it. */
    readonly queues: boolean;
    /** The agent is told: what we sent did not arrive. */
    readonly flagsAgent: boolean;
}

const QUIET = { reopens: false, acknowledges: false, waits: false, queues: false, flagsAgent: false };

/**
 * What a mail may set going. A person's does all; an automatic one appends and changes neither status
 * nor owner. Unmatched automatic mail is never dropped: it waits in the queue for a person, and is
 * never acknowledged, so no loop can form. A no-reply sender (a bank's notice) is not a robot answering
 * us: it is worked like any mail, only without acknowledgement.
 */
export function decideMailEffects({
    kind,
    matched,
    answersOurAcknowledgement,
}: AutomaticMailFacts): MailEffects {
    switch (kind) {
        case 'human':
        case 'noreply':
        // On a known thread it is somebody who answers through a group address: never acknowledged, never lost.
        case 'list':
        case 'bulk':
            return {
                ...QUIET,
                place: matched ? 'append' : 'new_interaction',
                reopens: matched,
                waits: matched,
                acknowledges: kind === 'human',
                queues: !matched,
            };
        case 'auto':
        case 'bounce':
            if (answersOurAcknowledgement) return { ...QUIET, place: 'attach_silently' };
            return matched
                ? { ...QUIET, place: 'append', flagsAgent: kind === 'bounce' }
                : { ...QUIET, place: 'new_interaction', queues: true };
        case 'abuse_report':
            return matched
                ? { ...QUIET, place: 'append' }
                : { ...QUIET, place: 'new_interaction', queues: true };
    }
}
