import type { Viewer } from '../../queries/viewer.ts';
import type { AuditEntry } from '../../storage/audit.ts';
import type { Store } from '../../storage/transaction.ts';
import { recordAudit } from '../../workflows/access/auditTrail.ts';
import type { Caller } from '../authentication/caller.ts';
import type { Failure } from '../replies.ts';

const OBJECT_KEYS = [
    'interactionId',
    'offerId',
    'agentId',
    'queueId',
    'quarantineId',
    'outboxId',
    'mailboxId',
    'tagId',
    'ruleId',
    'id',
] as const;

/** "interaction 12 agent 4": which objects it was about, by id and nothing else. */
export function objectOf(args: unknown): string {
    if (typeof args !== 'object' || args === null) return '';
    const values = args as Record<string, unknown>;
    return OBJECT_KEYS.filter((key) => typeof values[key] === 'number')
        .map((key) => `${key.replace(/Id$/, '')} ${String(values[key])}`)
        .join(' ');
}

export const entryOf = (
    caller: Caller,
    viewer: Pick<Viewer, 'name'> | null,
    name: string,
    args: unknown,
    result: Pick<AuditEntry, 'outcome' | 'detail'>,
): AuditEntry => ({
    actorId: caller.agentId,
    actor: caller.sessionId === null ? 'admin token' : (viewer?.name ?? `agent ${caller.agentId}`),
    action: name,
    object: objectOf(args),
    ...result,
});

/** Refused and failed operations, in a transaction of their own, since theirs was rolled back. */
export const auditRefusal = (store: Store, entry: AuditEntry): Promise<unknown> =>
    store.transaction('auditRefusal', (tx) => recordAudit(tx, entry));

/** What was never understood is no attempt at anything, and what could not be tried is tried again. */
export const isAudited = ({ code }: Failure): boolean =>
    code !== 'bad_request' && code !== 'unavailable' && code !== 'unauthenticated' && code !== 'resync';
