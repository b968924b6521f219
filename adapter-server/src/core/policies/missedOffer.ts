/**
 * R4: "not answered → missed, agent Unavailable (reason: missed), re-queued at its old place."
 * E4: "Declined or missed by the original agent: held on, with the same deadline."
 */
import type { ChosenStatus } from '../vocabulary.ts';

export const MISSED_REASON = 'Missed';

/** An offer from a queue, of a reply to its original agent, or of a transfer (E10). */
export type OfferKind = 'queue' | 'original_agent' | 'transfer';

export interface AfterOffer {
    /** The status and reason the agent gets; null where the status they chose stands. */
    readonly agentBecomes: { readonly status: ChosenStatus; readonly reason: string } | null;
    /** 'requeue': back at its old place (queued-at unchanged). 'hold': decideReply with `refused` set. 'return': to who transferred it. */
    readonly interaction: 'requeue' | 'hold' | 'return';
    /** Not offered to this agent again in this queue turn (declinedOffer.ts says when that ends). */
    readonly excludesAgent: boolean;
}

/**
 * What follows when nobody answered an offer. A missed queue offer needs no exclusion: the agent is
 * Unavailable, and who returns may be offered it again. A reply missed by its original agent leaves
 * their status alone, since R4's pause is for queue offers, and waits for them as E4 says.
 */
export function afterMissedOffer(kind: OfferKind): AfterOffer {
    switch (kind) {
        case 'queue':
            return {
                agentBecomes: { status: 'unavailable', reason: MISSED_REASON },
                interaction: 'requeue',
                excludesAgent: false,
            };
        case 'original_agent':
            return { agentBecomes: null, interaction: 'hold', excludesAgent: false };
        case 'transfer':
            return { agentBecomes: null, interaction: 'return', excludesAgent: false };
    }
}
