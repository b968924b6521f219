/**
 * R4: "re-queued at its old place"; E4: "Declined or missed by the original agent: held on, with the
 * same deadline." Declining is a choice, so the agent stays Available.
 *
 * Who declined a queue offer is not offered the same interaction again while it stays in this queue
 * turn (until it is accepted, transferred or answered), unless they choose Available anew after
 * having been away. So two agents never play ball with one interaction, and nothing is lost where
 * everybody declined: it waits, visibly, for whoever comes back or pulls it.
 */
import type { AfterOffer, OfferKind } from './missedOffer.ts';

export function afterDeclinedOffer(kind: OfferKind): AfterOffer {
    switch (kind) {
        case 'queue':
            return { agentBecomes: null, interaction: 'requeue', excludesAgent: true };
        case 'original_agent':
            return { agentBecomes: null, interaction: 'hold', excludesAgent: false };
        case 'transfer':
            return { agentBecomes: null, interaction: 'return', excludesAgent: false };
    }
}
