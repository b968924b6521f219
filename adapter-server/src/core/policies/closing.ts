/**
 * E9: "Closing asks for the disposition (type-ahead, or the list; 'Send and close' asks before it
 * sends)". A11: "dispositions per queue".
 */
import type { Decision } from '../vocabulary.ts';

export interface DispositionFacts {
    readonly dispositionId: number;
    readonly name: string;
    /** The queues it belongs to; 'all' for one of the whole organization. */
    readonly queues: readonly number[] | 'all';
    /** Switched off: kept for reports, not to be chosen any more. */
    readonly active: boolean;
}

export interface ClosingFacts {
    readonly queueId: number | null;
    readonly queueName: string | null;
    /** The chosen one; null where none was chosen or none of that id exists. */
    readonly disposition: DispositionFacts | null;
}

/** Whether the interaction can be closed with this disposition. Its status is interactionStatus.ts's concern. */
export function decideClosing(facts: ClosingFacts): Decision<{ readonly dispositionId: number }> {
    const { disposition } = facts;
    const where = facts.queueName === null ? '' : ` of ${facts.queueName}`;
    const nextStep = `Choose one of the outcomes${where}.`;
    if (disposition === null) return { allowed: false, reason: 'Closing needs an outcome.', nextStep };
    const quoted = `"${disposition.name}"`;
    if (!disposition.active)
        return { allowed: false, reason: `The outcome ${quoted} is no longer used.`, nextStep };
    if (!belongsTo(disposition, facts.queueId)) {
        const reason = `The outcome ${quoted} does not belong to ${facts.queueName ?? 'an interaction without a queue'}.`;
        return { allowed: false, reason, nextStep };
    }
    return { allowed: true, dispositionId: disposition.dispositionId };
}

/** Whether the outcome is offered in the queue's list. Direct interactions, without a queue, get those of all. */
export function belongsTo(disposition: DispositionFacts, queueId: number | null): boolean {
    return disposition.queues === 'all' || (queueId !== null && disposition.queues.includes(queueId));
}
