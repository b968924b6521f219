import { PROTOCOL_VERSION } from '../../protocol/primitives.ts';
import { socketAuth } from '../../protocol/events.ts';
import { readViewer } from '../../queries/viewer.ts';
import type { Store } from '../../storage/transaction.ts';
import { openAgentConnection } from '../../workflows/agentConnections.ts';
import { callerOfSession } from '../authentication/caller.ts';
import { failure, FAILURES, type Failure } from '../replies.ts';
import type { SocketData } from './types.ts';

export interface AdmissionParts {
    readonly store: Store;
    readonly processId: string;
    readonly isDraining: () => boolean;
}

/**
 * Lets a socket in and makes its agent connected (R5), or says why not. The version comes first: a page from before an
 * update cannot read anything else that is said to it.
 */
export async function admit(
    { store, processId, isDraining }: AdmissionParts,
    connectionId: string,
    handshake: unknown,
): Promise<Pick<SocketData, 'caller' | 'viewer'> | Failure> {
    if (isDraining()) return FAILURES.draining;
    const auth = socketAuth.safeParse(handshake);
    if (!auth.success) return failure('bad_request', 'Connect with auth {token, protocolVersion}.');
    if (auth.data.protocolVersion !== PROTOCOL_VERSION) return FAILURES.otherVersion;
    const caller = await callerOfSession(store, auth.data.token);
    if (!caller) return FAILURES.signedOut;
    const { agentId, sessionId } = caller;
    const viewer = await store.transaction('openAgentConnection', async (tx) => {
        const found = await readViewer(tx, caller, tx.now);
        if (found) await openAgentConnection(tx, { connectionId, processId, sessionId, agentId });
        return found;
    });
    return viewer ? { caller, viewer } : FAILURES.signedOut;
}
