import { permissionsOf } from '../core/policies/permissions.ts';
import type { ViewerFacts } from '../core/policies/visibility.ts';
import type { Permission, Role } from '../core/vocabulary.ts';
import { firstAdminId, readViewerRow } from '../storage/reads/viewer.ts';
import type { Sight } from '../storage/reads/summaries.ts';
import type { Transaction } from '../storage/transaction.ts';

/** Who asks, with what they may see: read anew for every command and query, so that a change counts at once. */
export interface Viewer extends ViewerFacts {
    readonly username: string;
    readonly name: string;
    readonly timeZone: string;
    /** What they hold, by their role or given (A6). */
    readonly permissions: readonly Permission[];
    readonly sessionId: number | null;
}

export type Identity = { readonly agentId: number; readonly sessionId: number | null };
export type { Role, Sight };

/** Null where the session is over, or the agent is switched off. Without a session (admin token): only the latter. */
export async function readViewer(
    on: Pick<Transaction, 'run'>,
    { agentId, sessionId }: Identity,
    now: number,
): Promise<Viewer | null> {
    const row = await readViewerRow(on, agentId, sessionId);
    if (!row?.enabled) return null;
    if (sessionId !== null && (row.sessionRevokedAt !== null || (row.sessionExpiresAt ?? 0) <= now))
        return null;
    return { ...row, permissions: permissionsOf(row), sessionId };
}

/** The same rule as core/policies/visibility.ts mayRead, as the parameters of the list statements (L4). */
export const sightOf = (viewer: ViewerFacts): Sight => ({
    viewerId: viewer.agentId,
    admin: viewer.role === 'admin',
    people: [viewer.agentId, ...viewer.reportIds],
    queues: [...new Set([...viewer.queueIds, ...viewer.reportQueueIds])],
});

/** Whether the viewer sees this queue's counters and line. */
export const seesQueue = (viewer: ViewerFacts, queueId: number): boolean =>
    viewer.role === 'admin' || viewer.queueIds.includes(queueId) || viewer.reportQueueIds.includes(queueId);

/** R7: what waits in their queues, to who holds the permission; a lead's view of their reports' queues included. */
export const seesCounters = (viewer: Viewer, queueId: number): boolean =>
    viewer.permissions.includes('queue_counters') && seesQueue(viewer, queueId);

export const adminTokenAgent = firstAdminId;
