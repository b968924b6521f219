import type { Schedule } from '../../core/schedule.ts';
import type { MembershipPriority, Permission, Role } from '../../core/vocabulary.ts';
import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface AgentAdminRow {
    readonly id: number;
    readonly username: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly role: Role;
    readonly enabled: boolean;
    readonly timeZone: string;
    readonly reportingManagerId: number | null;
    readonly reportingManagerName: string | null;
    readonly emailCapacity: number;
    readonly skills: string[];
    readonly permissions: Permission[];
    readonly workingHours: Schedule | null;
    readonly memberships: { queueId: number; queueName: string; priority: MembershipPriority }[];
}
/** Null: all of them (admins). */
const agents = statement<AgentAdminRow>(
    'agents_admin',
    `select a.id, a.username, a.first_name, a.last_name, a.email, a.role, a.enabled, a.time_zone, a.reporting_manager_id,
         r.first_name || ' ' || r.last_name as reporting_manager_name, coalesce(c.capacity, 0) as email_capacity, a.skills, a.permissions, a.working_hours,
         coalesce((select jsonb_agg(jsonb_build_object('queueId', q.id, 'queueName', q.name, 'priority', m.priority) order by q.name)
                   from queue_members m join queues q on q.id = m.queue_id where m.agent_id = a.id), '[]') as memberships
     from agents a left join agents r on r.id = a.reporting_manager_id
         left join agent_channels c on c.agent_id = a.id and c.channel = 'email'
     where $1::int[] is null or a.id = any($1::int[]) order by a.id`,
);

export interface AuditRow {
    readonly id: number;
    readonly at: number;
    readonly actor: string;
    readonly action: string;
    readonly object: string;
    readonly outcome: 'done' | 'refused' | 'failed';
    readonly detail: string;
}
const audit = statement<AuditRow>(
    'audit_list',
    `select id, at, actor, action, object, outcome, detail from audit
     where ($1::text is null or action = $1) and ($2::text is null or actor = $2) and ($3::bigint is null or id < $3)
     order by id desc limit $4`,
);

export interface QuarantineRow {
    readonly id: number;
    readonly at: number;
    readonly reason: string;
    readonly size: number;
    readonly resolvedAt: number | null;
}
const quarantine = statement<QuarantineRow>(
    'quarantine_list',
    `select x.id, x.at, x.reason, b.size, x.resolved_at from quarantine x join blobs b on b.sha256 = x.raw_sha256
     where $1::int is null or x.id < $1 order by x.id desc limit $2`,
);

export interface OutboxListRow {
    readonly id: number;
    readonly lane: string;
    readonly kind: string;
    readonly state: 'waiting' | 'done' | 'dead';
    readonly attempts: number;
    readonly nextAttemptAt: number;
    readonly lastError: string | null;
    readonly interactionId: number | null;
}
const outbox = statement<OutboxListRow>(
    'outbox_list',
    `select id, lane, kind, state, attempts, next_attempt_at, last_error, interaction_id from outbox
     where ($1::text is null or state = $1) and ($2::int is null or id < $2) order by id desc limit $3`,
);

type On = Pick<Transaction, 'run'>;
export const listAgentAdminRows = (on: On, only: readonly number[] | null): Promise<AgentAdminRow[]> =>
    on.run(agents, [only]);
export const listAuditRows = (
    on: On,
    filter: { action: string | null; actor: string | null; before: number | null; limit: number },
): Promise<AuditRow[]> => on.run(audit, [filter.action, filter.actor, filter.before, filter.limit + 1]);
export const listQuarantineRows = (
    on: On,
    page: { before: number | null; limit: number },
): Promise<QuarantineRow[]> => on.run(quarantine, [page.before, page.limit + 1]);
export const listOutboxRows = (
    on: On,
    filter: { state: OutboxListRow['state'] | null; before: number | null; limit: number },
): Promise<OutboxListRow[]> => on.run(outbox, [filter.state, filter.before, filter.limit + 1]);
