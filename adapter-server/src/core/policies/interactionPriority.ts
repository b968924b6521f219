/**
 * R8: rules give an interaction a "priority". Routing, within a queue: "priority, then oldest". The store keeps a
 * number, higher first; people read and choose a word.
 */
import type { Decision, InteractionPriority, InteractionStatus } from '../vocabulary.ts';

export const PRIORITY_LEVELS: Readonly<Record<InteractionPriority, number>> = {
    urgent: 2,
    high: 1,
    normal: 0,
    low: -1,
};

export const PRIORITY_WORDS: Readonly<Record<InteractionPriority, string>> = {
    urgent: 'Urgent',
    high: 'High',
    normal: 'Normal',
    low: 'Low',
};

/** What new interactions have unless somebody, or a rule, says otherwise. */
export const DEFAULT_PRIORITY: InteractionPriority = 'normal';

export const levelOf = (priority: InteractionPriority): number => PRIORITY_LEVELS[priority];

/** The nearest name; numbers beyond both ends are those of another release. */
export function priorityOf(level: number): InteractionPriority {
    if (level >= PRIORITY_LEVELS.urgent) return 'urgent';
    if (level >= PRIORITY_LEVELS.high) return 'high';
    return level <= PRIORITY_LEVELS.low ? 'low' : 'normal';
}

/** By hand: whoever may work on it, while there is something to be worked on. */
export function decidePriorityChange(facts: {
    readonly status: InteractionStatus;
    readonly merged: boolean;
    readonly spam: boolean;
}): Decision {
    if (facts.merged)
        return {
            allowed: false,
            reason: 'This interaction was merged into another.',
            nextStep: 'Set the priority of that one.',
        };
    if (facts.spam)
        return {
            allowed: false,
            reason: 'It is in the Spam list.',
            nextStep: 'Have a manager or an admin release it.',
        };
    if (facts.status === 'closed')
        return { allowed: false, reason: 'It is Closed.', nextStep: 'Reopen it first.' };
    return { allowed: true };
}
