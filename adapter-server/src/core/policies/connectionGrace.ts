/**
 * R5: "popping out, reloading, opening a second tab, a laptop asleep or a network gap of under 30 s
 * changes nothing; after that the agent is Logged Out and their work is safe."
 *
 * A gap of 29,999 ms changes nothing; at 30,000 ms the connection is lost. The grace runs only while
 * a server is up and starts anew when one starts: a deploy logs nobody out.
 */
import { seconds } from '../duration.ts';
import type { Duration, Instant } from '../duration.ts';

export const CONNECTION_GRACE: Duration = seconds(30);

/** When the agent is Logged Out unless a session is heard of before. */
export function connectionLostAt(
    lastSeen: Instant,
    serverUpSince: Instant,
    grace: Duration = CONNECTION_GRACE,
): Instant {
    return Math.max(lastSeen, serverUpSince) + grace;
}

/** @param lastSeen when any of the agent's sessions was last heard of, by the server's clock */
export function connectionLost(
    lastSeen: Instant,
    now: Instant,
    serverUpSince: Instant,
    grace: Duration = CONNECTION_GRACE,
): boolean {
    return now >= connectionLostAt(lastSeen, serverUpSince, grace);
}
