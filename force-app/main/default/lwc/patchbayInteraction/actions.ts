import type { InteractionSummary, Presence, PresenceView } from 'c/patchbayProtocol';

export type InteractionAction =
    | 'accept'
    | 'take'
    | 'dismiss'
    | 'reply'
    | 'replyAll'
    | 'forward'
    | 'newMail'
    | 'note'
    | 'close'
    | 'pending'
    | 'resolve'
    | 'reopen'
    | 'return'
    | 'merge'
    | 'assign'
    | 'transfer'
    | 'priority'
    | 'quickReply'
    | 'markSpam'
    | 'blockSender'
    | 'releaseSpam'
    | 'macros'
    | 'tags';

export interface Owner {
    name: string;
    presence: Presence | null;
    reason: string | null;
    isMe: boolean;
}

/** Whose it is now, with their presence where it is known. */
export function ownerOf(
    summary: InteractionSummary,
    agents: readonly PresenceView[],
    myId: number | null,
): Owner | null {
    const agent = summary.routing.agent ?? summary.routing.heldFor;
    if (!agent) return null;
    const known = agents.find((one) => one.agent.id === agent.id);
    return {
        name: agent.name,
        presence: known?.presence ?? null,
        reason: known?.reason ?? null,
        isMe: agent.id === myId,
    };
}
