import type { Schedule } from '../core/schedule.ts';
import type { Channel, ChosenStatus, Permission, Role } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import { oneOrMany } from './oneOrMany.ts';
import type { Transaction } from './transaction.ts';

export interface Agent {
    readonly id: number;
    readonly username: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly role: Role;
    readonly reportingManagerId: number | null;
    readonly timeZone: string;
    /** Null: always within working hours. */
    readonly workingHours: Schedule | null;
    readonly withinHours: boolean;
    readonly enabled: boolean;
    readonly chosenStatus: ChosenStatus;
    readonly statusBeforeLogout: 'available' | 'unavailable' | null;
    readonly statusReason: string | null;
    readonly statusSince: number;
    readonly connected: boolean;
    readonly skills: string[];
    readonly permissions: Permission[];
    /** Counters of what waits that they do not want to see (R7). */
    readonly hiddenCounters: Channel[];
    readonly notifyBy: Record<string, { sound: boolean; desktop: boolean }>;
}
const COLUMNS = `a.id, a.username, a.first_name, a.last_name, a.email, a.role, a.reporting_manager_id, a.time_zone,
    a.working_hours, a.within_hours, a.enabled, a.chosen_status, a.status_before_logout, a.status_reason, a.status_since,
    a.connected, a.skills, a.permissions, a.hidden_counters, a.notify_by`;

/** What routing needs to know of one agent and channel. */
export interface AgentOnChannel extends Agent {
    readonly load: number;
    readonly capacity: number;
    readonly idleSince: number;
}

const read = statement<Agent>('agent_read', `select ${COLUMNS} from agents a where a.id = $1`);
const lock = statement<Agent>(
    'agent_lock',
    `select ${COLUMNS} from agents a where a.id = $1 for no key update`,
);
const list = statement<Agent>('agents_list', `select ${COLUMNS} from agents a order by a.id`);
const named = statement<{ id: number; name: string }>(
    'agents_named',
    `select id, first_name || ' ' || last_name as name from agents where id = any($1::int[])`,
);
const byUsername = statement<Agent & { passwordHash: string | null }>(
    'agent_by_username',
    `select ${COLUMNS}, a.password_hash from agents a where lower(a.username) = lower($1)`,
);
const onChannel = statement<AgentOnChannel>(
    'agent_on_channel',
    `select ${COLUMNS}, c.load, c.capacity, c.idle_since from agents a join agent_channels c on c.agent_id = a.id and c.channel = $2
     where a.id = $1`,
);
const lockForRouting = oneOrMany<AgentOnChannel>(
    'agents_lock_for_routing',
    'int',
    (isAsked) => `select ${COLUMNS}, c.load, c.capacity, c.idle_since
     from agents a join agent_channels c on c.agent_id = a.id and c.channel = $2
     where a.id ${isAsked} order by a.id for share of a for no key update of c`,
);
const lockFree = statement<AgentOnChannel>(
    'agent_lock_free',
    `select ${COLUMNS}, c.load, c.capacity, c.idle_since
     from agents a join agent_channels c on c.agent_id = a.id and c.channel = $2
     where a.id = $1 for share of a skip locked for no key update of c skip locked`,
);
const lockChannels = statement(
    'agent_channels_lock',
    `select agent_id from agent_channels where agent_id = any($1::int[]) and channel = $2 order by agent_id for no key update`,
);
const setStatus = statement(
    'agent_set_status',
    `update agents set chosen_status = $2, status_reason = $3, status_since = $4, status_before_logout = $5 where id = $1`,
);
/** R1's idleness begins when the agent becomes Available, is given something, or is done with it. */
const beginIdle = statement(
    'agent_begin_idle',
    `update agent_channels c set idle_since = $2 from agents a
     where a.id = $1 and c.agent_id = a.id and a.chosen_status <> 'available'`,
);
const setConnected = statement('agent_set_connected', `update agents set connected = $2 where id = $1`);
const setWithinHours = statement(
    'agent_set_within_hours',
    `update agents set within_hours = $2 where id = $1`,
);
const addLoad = statement(
    'agent_add_load',
    `update agent_channels set load = load + $3, idle_since = $4
     where agent_id = $1 and channel = $2`,
);
const addLoads = statement(
    'agents_add_load',
    `update agent_channels c set load = c.load + w.n, idle_since = $4
     from unnest($1::int[], $2::int[]) as w(agent_id, n) where c.agent_id = w.agent_id and c.channel = $3`,
);

const online = statement<{ id: number }>(
    'agents_online',
    `select id from agents where connected order by id`,
);

export const agentsOnline = async (on: Pick<Transaction, 'run'>): Promise<number[]> =>
    (await on.run(online)).map((row) => row.id);
export const readAgent = (on: Pick<Transaction, 'run'>, id: number): Promise<Agent | null> =>
    on.run(read, [id]).then((rows) => rows[0] ?? null);
export const lockAgent = (tx: Transaction, id: number): Promise<Agent | null> => tx.first(lock, [id]);
export const listAgents = (on: Pick<Transaction, 'run'>): Promise<Agent[]> => on.run(list);
export const findAgentByUsername = (
    on: Pick<Transaction, 'run'>,
    username: string,
): Promise<(Agent & { passwordHash: string | null }) | null> =>
    on.run(byUsername, [username]).then((rows) => rows[0] ?? null);
export const readAgentOnChannel = (
    on: Pick<Transaction, 'run'>,
    id: number,
    channel: Channel,
): Promise<AgentOnChannel | null> => on.run(onChannel, [id, channel]).then((rows) => rows[0] ?? null);
/** Locks load and status of these agents, in id order: whoever changes either waits. */
export const lockAgentsForRouting = (
    tx: Transaction,
    ids: readonly number[],
    channel: Channel,
): Promise<AgentOnChannel[]> => lockForRouting(tx, ids, channel);

/** The same of one, and nobody where somebody else has either locked. */
export const lockFreeAgent = (tx: Transaction, id: number, channel: Channel): Promise<AgentOnChannel[]> =>
    tx.run(lockFree, [id, channel]);

export const agentName = (agent: Pick<Agent, 'firstName' | 'lastName'>): string =>
    `${agent.firstName} ${agent.lastName}`;
export async function agentNames(
    on: Pick<Transaction, 'run'>,
    ids: readonly (number | null)[],
): Promise<Map<number, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    return new Map((await on.run(named, [wanted])).map((row) => [row.id, row.name]));
}

export async function saveStatus(
    tx: Transaction,
    agentId: number,
    status: ChosenStatus,
    reason: string | null,
    beforeLogout: 'available' | 'unavailable' | null = null,
): Promise<void> {
    if (status === 'available') await tx.run(beginIdle, [agentId, tx.now]);
    await tx.run(setStatus, [agentId, status, reason, tx.now, beforeLogout]);
    tx.signals.presence = true;
    tx.tell(agentId, 'me_changed');
}
export async function saveConnected(tx: Transaction, agentId: number, connected: boolean): Promise<void> {
    await tx.run(setConnected, [agentId, connected]);
    tx.signals.presence = true;
}
export async function saveWithinHours(tx: Transaction, agentId: number, within: boolean): Promise<void> {
    await tx.run(setWithinHours, [agentId, within]);
    tx.signals.presence = true;
    tx.tell(agentId, 'me_changed');
}

/** Before a slot of one is freed and one of another taken: in id order, as the drains lock them. */
export const lockChannelsOf = (tx: Transaction, ids: readonly number[], channel: Channel): Promise<unknown> =>
    tx.run(lockChannels, [ids, channel]);
/** The database itself refuses a load beyond the capacity (constraint load_within_capacity). */
export async function changeLoad(
    tx: Transaction,
    agentId: number,
    channel: Channel,
    by: 1 | -1,
): Promise<void> {
    await tx.later(addLoad, [agentId, channel, by, tx.now]);
    tx.signals.presence = true;
    if (by < 0) tx.signals.agents.add(agentId);
}
/** One more for each time that an agent is named; their rows are locked already (lockAgentsForRouting). */
export async function addLoadsOf(
    tx: Transaction,
    agentIds: readonly number[],
    channel: Channel,
): Promise<void> {
    const counts = new Map<number, number>();
    for (const id of agentIds) counts.set(id, (counts.get(id) ?? 0) + 1);
    const [only] = counts;
    if (only && counts.size === 1) await tx.later(addLoad, [only[0], channel, only[1], tx.now]);
    else await tx.later(addLoads, [[...counts.keys()], [...counts.values()], channel, tx.now]);
    tx.signals.presence = true;
}
