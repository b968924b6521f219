/**
 * E5: "An agent opening another agent's thread sees whose it is and their presence. Available/Busy →
 * one-click transfer to them. Unavailable/Logged Out → handle it; a note tagging the original agent is
 * prefilled in the contact feed and posted with the reply (they can edit it, not skip it)."
 */
import type { Presence } from '../vocabulary.ts';
import { PRESENCE_WORDS } from './presence.ts';

/** 'none': it is theirs, or nobody's, and they just work on it. */
export type ThreadOfAnother = 'none' | 'transfer' | 'tag';

/** What the agent who opens the thread is led to do. */
export function decideThreadOfAnother(
    agentId: number,
    original: { readonly agentId: number; readonly presence: Presence } | null,
): ThreadOfAnother {
    if (original === null || original.agentId === agentId) return 'none';
    switch (original.presence) {
        case 'available':
        case 'busy':
            return 'transfer';
        case 'unavailable':
        case 'logged_out':
            return 'tag';
    }
}

export interface TaggingFacts {
    readonly agentName: string;
    readonly originalName: string;
    readonly originalPresence: Presence;
    /** null where the customer's name is not known. */
    readonly customerName: string | null;
    readonly subject: string | null;
}

/** The text that the contact feed is prefilled with. The mention itself is kept by id beside the text. */
export function noteTaggingOriginalAgent(facts: TaggingFacts): string {
    const thread =
        facts.subject === null || facts.subject.trim() === '' ? 'your thread' : `"${facts.subject.trim()}"`;
    const customer = facts.customerName === null ? 'the customer' : facts.customerName;
    const presence = PRESENCE_WORDS[facts.originalPresence];
    return `@${facts.originalName}: ${customer} wrote on ${thread} while you were ${presence}; ${facts.agentName} has replied.`;
}
