import type { Permission, Role } from '../../core/vocabulary.ts';
import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** Everything that decides what an agent may see and do, read at once and anew for each command and query. */
export interface ViewerRow {
    readonly agentId: number;
    readonly username: string;
    readonly name: string;
    readonly role: Role;
    readonly enabled: boolean;
    readonly timeZone: string;
    /** As an admin gave them. */
    readonly permissions: Permission[];
    readonly queueIds: number[];
    /** Agents who report to them, directly or through others. */
    readonly reportIds: number[];
    readonly reportQueueIds: number[];
    /** Of the session asked for; null where there is none of that id. */
    readonly sessionExpiresAt: number | null;
    readonly sessionRevokedAt: number | null;
}

/** `union` without `all`: two who are each other's managers end the recursion. */
const read = statement<ViewerRow>(
    'viewer_read',
    `with recursive reports as (
         select id from agents where reporting_manager_id = $1
         union
         select a.id from agents a join reports r on a.reporting_manager_id = r.id)
     select a.id as agent_id, a.username, a.first_name || ' ' || a.last_name as name, a.role, a.enabled, a.time_zone, a.permissions,
         coalesce((select array_agg(m.queue_id order by m.queue_id) from queue_members m where m.agent_id = a.id), '{}') as queue_ids,
         coalesce((select array_agg(r.id order by r.id) from reports r where r.id <> a.id), '{}') as report_ids,
         coalesce((select array_agg(distinct m.queue_id) from queue_members m join reports r on r.id = m.agent_id), '{}') as report_queue_ids,
         s.expires_at as session_expires_at, s.revoked_at as session_revoked_at
     from agents a left join sessions s on s.id = $2 and s.agent_id = a.id
     where a.id = $1`,
);
const firstAdmin = statement<{ id: number }>(
    'viewer_first_admin',
    `select id from agents where role = 'admin' and enabled order by id limit 1`,
);
/** Of these sessions, those that are over: their sockets are closed even where the signal was lost. */
const ended = statement<{ id: number; revoked: boolean }>(
    'sessions_ended',
    `select id, revoked_at is not null as revoked from sessions
     where id = any($1::int[]) and (revoked_at is not null or expires_at <= $2)`,
);

type On = Pick<Transaction, 'run'>;
export const readViewerRow = (on: On, agentId: number, sessionId: number | null): Promise<ViewerRow | null> =>
    on.run(read, [agentId, sessionId]).then((rows) => rows[0] ?? null);
export const firstAdminId = (on: On): Promise<number | null> =>
    on.run(firstAdmin).then((rows) => rows[0]?.id ?? null);
export const endedSessions = (
    on: On,
    ids: readonly number[],
    now: number,
): Promise<{ id: number; revoked: boolean }[]> =>
    ids.length === 0 ? Promise.resolve([]) : on.run(ended, [ids, now]);
