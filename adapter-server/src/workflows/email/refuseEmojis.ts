import { decideEmojis, type WrittenText } from '../../core/policies/emojiRefusal.ts';
import { refuseBy, type Refused } from '../outcome.ts';

/**
 * E7 for all that a command sends or saves for sending: pass what the agent or the admin wrote, without the quoted
 * text below it; null where it may go.
 */
export function refuseEmojis(texts: readonly WrittenText[]): Refused | null {
    const decision = decideEmojis(texts);
    return decision.allowed ? null : refuseBy(decision);
}
