/**
 * E9: "wrap-up lasts until the agent unassigns and dismisses the interaction from the inbox (a limit
 * per queue, default none for email)". C4: as for email. V7: "wrap-up with a limit".
 */
import { minutes } from '../duration.ts';
import type { Duration, Instant } from '../duration.ts';
import type { Channel } from '../vocabulary.ts';

/** null: until the agent dismisses it. */
export const DEFAULT_WRAP_UP_LIMIT: Readonly<Record<Channel, Duration | null>> = {
    email: null,
    chat: null,
    voice: minutes(2),
};

/** When wrap-up ends by itself and the interaction leaves the inbox; null for never. */
export function wrapUpEndsAt(closedAt: Instant, limit: Duration | null): Instant | null {
    return limit === null ? null : closedAt + limit;
}
