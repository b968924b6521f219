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

type On = Pick<Transaction, 'run'>;
export const listAgentAdminRows = (on: On, only: readonly number[] | null): Promise<AgentAdminRow[]> =>
    on.run(agents, [only]);
export const listAuditRows = (
    on: On,
    filter: { action: string | null; actor: string | null; before: number | null; limit: number },
): Promise<AuditRow[]> => on.run(audit, [filter.action, filter.actor, filter.before, filter.limit + 1]);
