/**
 * E2 threads by ids, so a second matter may come in an old thread. Beside its "one-click merge" stands
 * the split of a message into its own interaction, with its own owner, status and outcome.
 *
 * Only what a customer wrote can be split off, and never the last of it: an interaction without any
 * message of its customer would be about nothing. The new one waits from when its message arrived.
 */
import type { Instant } from '../duration.ts';
import type { Decision } from '../vocabulary.ts';
import { sendingEffects, type WrittenKind } from './sendingEffects.ts';

export interface ThreadMessage {
    readonly id: number;
    readonly direction: 'inbound' | 'outbound';
    readonly kind: 'message' | 'acknowledgement' | 'automatic';
    readonly at: Instant;
    /** As what an agent wrote it; null: unknown, and then an answer. */
    readonly writtenAs: WrittenKind | null;
}

const isCustomers = ({ direction, kind }: ThreadMessage): boolean =>
    direction === 'inbound' && kind === 'message';

/** Whether this message of the thread may become an interaction of its own. */
export function decideSplit(messages: readonly ThreadMessage[], messageId: number): Decision {
    const message = messages.find(({ id }) => id === messageId);
    if (!message)
        return {
            allowed: false,
            reason: 'This message is in another interaction now.',
            nextStep: 'Load the interaction again.',
        };
    if (!isCustomers(message))
        return {
            allowed: false,
            reason: 'Only what a customer wrote can become an interaction of its own.',
            nextStep: 'Choose a message of the customer.',
        };
    if (messages.filter(isCustomers).length === 1)
        return {
            allowed: false,
            reason: 'It is the only message of its customer here.',
            nextStep: 'Transfer the whole interaction instead.',
        };
    return { allowed: true };
}

/** Arrival of the oldest customer message since then that no answer of ours follows; null where none waits. */
export function oldestUnanswered(messages: readonly ThreadMessage[], since: Instant): Instant | null {
    const answeredAt = Math.max(-Infinity, ...messages.filter(isAnswer).map(({ at }) => at));
    const waiting = messages.filter(({ at }) => at > answeredAt && at >= since).filter(isCustomers);
    return waiting.length === 0 ? null : Math.min(...waiting.map(({ at }) => at));
}

const isAnswer = ({ direction, kind, writtenAs }: ThreadMessage): boolean =>
    direction === 'outbound' &&
    kind === 'message' &&
    (writtenAs === null || sendingEffects(writtenAs).answersCustomer);
