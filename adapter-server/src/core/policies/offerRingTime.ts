/** R4: "Queue offers ring for a set time (voice 20 s, chat 30 s, email 60 s)". */
import { seconds } from '../duration.ts';
import type { Duration, Instant } from '../duration.ts';
import type { Channel } from '../vocabulary.ts';

export const DEFAULT_RING_TIME: Readonly<Record<Channel, Duration>> = {
    voice: seconds(20),
    chat: seconds(30),
    email: seconds(60),
};

/** When the offer is missed; `setting` is the queue's own ring time. */
export function offerExpiry(offeredAt: Instant, channel: Channel, setting?: Duration): Instant {
    return offeredAt + (setting ?? DEFAULT_RING_TIME[channel]);
}

/** Whether the offer can still be accepted: up to, not at, its expiry. */
export function isRinging(expiresAt: Instant, now: Instant): boolean {
    return now < expiresAt;
}
