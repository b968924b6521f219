import { timingSafeEqual, createHash } from 'node:crypto';
import { adminTokenAgent } from '../../queries/viewer.ts';
import { findSession } from '../../queries/signIn.ts';
import type { Store } from '../../storage/transaction.ts';

/** Who a request comes from. Without a session it is the admin token, acting as the first admin. */
export interface Caller {
    readonly agentId: number;
    readonly sessionId: number | null;
}
export interface SessionCaller extends Caller {
    readonly sessionId: number;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Of `Authorization: Bearer …`. */
export const bearerToken = (header: string | undefined): string | null =>
    /^Bearer ([\x21-\x7e]{20,4096})$/i.exec(header ?? '')?.[1] ?? null;

/** Null for a token that is unknown, over or revoked. */
export async function callerOfSession(store: Store, token: string): Promise<SessionCaller | null> {
    const session = await findSession({ run: store.read.bind(store) }, token);
    if (!session || session.revokedAt !== null || session.expiresAt <= store.clock.now()) return null;
    return { agentId: session.agentId, sessionId: session.id };
}

/** HTTP takes the admin token, too; sockets do not. */
export async function callerOfRequest(
    store: Store,
    token: string,
    adminToken: string | null,
): Promise<Caller | null> {
    if (adminToken !== null && timingSafeEqual(digest(token), digest(adminToken))) {
        const agentId = await adminTokenAgent({ run: store.read.bind(store) });
        return agentId === null ? null : { agentId, sessionId: null };
    }
    return callerOfSession(store, token);
}
