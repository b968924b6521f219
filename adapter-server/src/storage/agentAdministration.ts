import type { Schedule } from '../core/schedule.ts';
import type { Channel, MembershipPriority, Permission, Role } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import { INTERACTION_COLUMNS, type Interaction } from './interactions.ts';
import { loadedIn } from './touched.ts';
import type { Transaction } from './transaction.ts';

/** Agents as an admin makes and changes them. */
export interface NewAgent {
    readonly username: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly role: Role;
    readonly timeZone: string;
    readonly workingHours: Schedule | null;
    readonly withinHours: boolean;
    readonly passwordHash: string | null;
    readonly skills: readonly string[];
    readonly permissions: readonly Permission[];
}

const insert = statement<{ id: number }>(
    'agent_insert',
    `insert into agents (username, first_name, last_name, email, role, time_zone, working_hours, within_hours, password_hash,
         skills, permissions, status_since)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) on conflict (lower(username)) do nothing returning id`,
);
const insertStream = statement('agent_stream_insert', `insert into agent_streams (agent_id) values ($1)`);
const setCapacity = statement<{ capacity: number }>(
    'agent_set_capacity',
    `insert into agent_channels as c (agent_id, channel, capacity, idle_since) values ($1, $2, $3, $4)
     on conflict (agent_id, channel) do update set capacity = excluded.capacity where c.load <= excluded.capacity
     returning capacity`,
);
const readLoad = statement<{ load: number }>(
    'agent_read_load',
    `select load from agent_channels where agent_id = $1 and channel = $2`,
);
const save = statement(
    'agent_save',
    `update agents set enabled = $2, role = $3, reporting_manager_id = $4, skills = $5, working_hours = $6, permissions = $7
     where id = $1`,
);
const structure = statement(
    'agents_structure_lock',
    `select pg_advisory_xact_lock(hashtextextended('agents_structure', 0))`,
);
const otherAdmins = statement<{ n: number }>(
    'agents_other_admins',
    `select count(*)::int as n from agents where role = 'admin' and enabled and id <> $1`,
);
const managersAbove = statement<{ id: number }>(
    'agents_above',
    `with recursive above as (
         select id, reporting_manager_id from agents where id = $1
         union
         select a.id, a.reporting_manager_id from above b join agents a on a.id = b.reporting_manager_id)
     select id from above`,
);
const work = statement<Interaction>(
    'agent_work_lock',
    `select ${INTERACTION_COLUMNS} from interactions i
     where (i.agent_id = $1 or i.held_for = $1) and ($2::int is null or i.queue_id = $2) order by i.id for no key update`,
);
const setMember = statement(
    'queue_member_set',
    `insert into queue_members (queue_id, agent_id, priority) values ($1, $2, $3)
     on conflict (queue_id, agent_id) do update set priority = excluded.priority`,
);
const removeMember = statement(
    'queue_member_remove',
    `delete from queue_members where queue_id = $1 and agent_id = $2`,
);

/** Null where the username is taken, whatever its case. */
export async function insertAgent(tx: Transaction, agent: NewAgent): Promise<number | null> {
    const row = await tx.first(insert, [
        agent.username,
        agent.firstName,
        agent.lastName,
        agent.email,
        agent.role,
        agent.timeZone,
        agent.workingHours && JSON.stringify(agent.workingHours),
        agent.withinHours,
        agent.passwordHash,
        agent.skills,
        agent.permissions,
        tx.now,
    ]);
    if (!row) return null;
    await tx.run(insertStream, [row.id]);
    tx.signals.presence = true;
    return row.id;
}

/** How many the agent may have at once; false where they have more than that now. */
export const saveCapacity = async (
    tx: Transaction,
    agentId: number,
    channel: Channel,
    capacity: number,
): Promise<boolean> => (await tx.first(setCapacity, [agentId, channel, capacity, tx.now])) !== null;
export const loadOf = async (
    on: Pick<Transaction, 'run'>,
    agentId: number,
    channel: Channel,
): Promise<number> => (await on.run(readLoad, [agentId, channel]))[0]?.load ?? 0;

export interface AgentSettings {
    readonly enabled: boolean;
    readonly role: Role;
    readonly reportingManagerId: number | null;
    readonly skills: readonly string[];
    readonly permissions: readonly Permission[];
    readonly workingHours: Schedule | null;
}
export async function saveAgentSettings(tx: Transaction, agentId: number, to: AgentSettings): Promise<void> {
    await tx.run(save, [
        agentId,
        to.enabled,
        to.role,
        to.reportingManagerId,
        to.skills,
        to.workingHours && JSON.stringify(to.workingHours),
        to.permissions,
    ]);
    tx.signals.presence = true;
    tx.tell(agentId, 'me_changed');
}

/** Who reports to whom and who administers: one change at a time, so that two cannot close a circle together. */
export const lockStructure = (tx: Transaction): Promise<unknown> => tx.run(structure);
export const countOtherAdmins = async (on: Pick<Transaction, 'run'>, agentId: number): Promise<number> =>
    (await on.run(otherAdmins, [agentId]))[0]?.n ?? 0;
/** The agent and everybody whom they report to, directly or through others. */
export const managersOf = async (on: Pick<Transaction, 'run'>, agentId: number): Promise<number[]> =>
    (await on.run(managersAbove, [agentId])).map((row) => row.id);

/** What rings at, is held for or is in the inbox of an agent, in one queue or (null) in all, locked in id order. */
export const lockWorkOf = async (
    tx: Transaction,
    agentId: number,
    queueId: number | null,
): Promise<Interaction[]> => loadedIn(tx, await tx.run(work, [agentId, queueId]));

export async function saveMembership(
    tx: Transaction,
    queueId: number,
    agentId: number,
    priority: MembershipPriority | null,
): Promise<void> {
    if (priority === null) await tx.run(removeMember, [queueId, agentId]);
    else await tx.run(setMember, [queueId, agentId, priority]);
    tx.signals.presence = true;
    tx.signals.counters = true;
    tx.tell(agentId, 'me_changed');
}
