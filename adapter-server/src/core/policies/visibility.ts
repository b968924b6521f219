/**
 * L4: "Only their own reports' data, checked on the server." Vocabulary: "Anyone can be a reporting
 * manager of others and then sees their logs, activities and performance."
 */
import type { Decision, Role } from '../vocabulary.ts';

export interface InteractionAccessFacts {
    readonly queueId: number | null;
    /** Who works on it now. */
    readonly ownerId: number | null;
    readonly originalAgentId: number | null;
    /** Whom it rings at. */
    readonly offeredToId: number | null;
    readonly heldForId: number | null;
}

export interface ViewerFacts {
    readonly agentId: number;
    readonly role: Role;
    readonly queueIds: readonly number[];
    /** Agents who report to the viewer, directly or through others. */
    readonly reportIds: readonly number[];
    /** The queues those agents are members of. */
    readonly reportQueueIds: readonly number[];
}

/** Whether the viewer may see the interaction and its whole history. */
export function mayRead(interaction: InteractionAccessFacts, viewer: ViewerFacts): Decision {
    const { originalAgentId, queueId } = interaction;
    if (mayWork(interaction, viewer).allowed || originalAgentId === viewer.agentId) return { allowed: true };
    if (originalAgentId !== null && viewer.reportIds.includes(originalAgentId)) return { allowed: true };
    if (queueId !== null && viewer.reportQueueIds.includes(queueId)) return { allowed: true };
    return {
        allowed: false,
        reason: 'This interaction is neither yours nor in one of your queues or those of your reports.',
        nextStep: 'Ask an admin for access to its queue.',
    };
}

/**
 * Whether the viewer may reply, note, transfer and close: whoever has it, it is offered to or held for,
 * a member of its queue, an admin, the lead of whoever has it, and a manager of any member of its
 * queue. Having answered it once allows to read it; who has since left the queue works on it no more
 * (E4 releases it from them).
 */
export function mayWork(interaction: InteractionAccessFacts, viewer: ViewerFacts): Decision {
    if (viewer.role === 'admin') return { allowed: true };
    const holders = [interaction.ownerId, interaction.offeredToId, interaction.heldForId];
    const theirs = holders.some(
        (id) => id !== null && (id === viewer.agentId || viewer.reportIds.includes(id)),
    );
    const inQueue = interaction.queueId !== null && viewer.queueIds.includes(interaction.queueId);
    const leadsQueue =
        viewer.role === 'manager' &&
        interaction.queueId !== null &&
        viewer.reportQueueIds.includes(interaction.queueId);
    if (theirs || inQueue || leadsQueue) return { allowed: true };
    return {
        allowed: false,
        reason: 'You are not a member of its queue, and it is not assigned to you.',
        nextStep: 'Ask for a transfer, or an admin to add you to the queue.',
    };
}
