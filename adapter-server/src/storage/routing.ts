import type { Channel, MembershipPriority } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import { INTERACTION_COLUMNS, type Interaction } from './interactions.ts';
import { loadedIn } from './touched.ts';
import type { Transaction } from './transaction.ts';

export interface CandidateAgent {
    readonly agentId: number;
    readonly priority: MembershipPriority;
    readonly skills: string[];
    readonly freeSlots: number;
    /** Of the line that they are candidates for, counted to one more than a short one has; the same for all. */
    readonly lineLength: number;
}

/** Of an interaction what decides its turn. */
export type Waiting = Pick<
    Interaction,
    'id' | 'priority' | 'queuedAt' | 'createdAt' | 'requiredSkills' | 'declinedBy'
>;

/** Of a member `a` of a queue on a channel `c`. */
const IS_FREE = `a.enabled and a.chosen_status = 'available' and a.connected and a.within_hours and c.load < c.capacity`;
/** A line that is no longer is read along with everything else; in the statement itself, or it is planned anew each time. */
export const SHORT_LINE = 8;
const BEGIN = `from interactions b where b.queue_id = $1 and b.channel = $2 and b.routing_state = 'queued'
         order by b.required_skills, b.priority desc, b.queued_at, b.id limit ${SHORT_LINE + 1}`;
/** Unlocked and therefore only a hint: whoever is chosen is checked again under the lock. */
const candidates = statement<CandidateAgent>(
    'routing_candidates',
    `select a.id as agent_id, m.priority, a.skills, c.capacity - c.load as free_slots,
         (select count(*)::int from (select b.id ${BEGIN}) line) as line_length
     from queue_members m join agents a on a.id = m.agent_id join agent_channels c on c.agent_id = a.id and c.channel = $2
     where m.queue_id = $1 and ${IS_FREE}
     order by case m.priority when 'high' then 0 when 'medium' then 1 else 2 end, c.idle_since, a.id`,
);
/** Each statement of a drain is planned once for a connection: some would take longer to plan than to run. */
const lockLine = statement(
    'routing_lock_line',
    `select pg_advisory_xact_lock(hashtextextended('drain:' || $1::text || ':' || $2, 0)),
         set_config('lock_timeout', $3, true), set_config('plan_cache_mode', 'force_generic_plan', true)`,
);
/** By two statements: what was committed before the lock was got is seen by the second alone. */
const tryLine = statement<{ got: boolean }>(
    'routing_try_line',
    `select pg_try_advisory_xact_lock(hashtextextended('drain:' || $1::text || ':' || $2, 0)) as got`,
);
const othersInLine = statement<{ any: boolean }>(
    'routing_others_in_line',
    `select exists (select 1 from interactions where queue_id = $1 and channel = $2 and routing_state = 'queued' and id <> $3) as any`,
);
/** A loose index scan: as many steps as there are skill sets, however long the line. */
const skillSets = statement<{ requiredSkills: string[] }>(
    'routing_skill_sets',
    `with recursive sets as (
         (select required_skills from interactions where queue_id = $1 and routing_state = 'queued' order by required_skills limit 1)
         union all
         select (select i.required_skills from interactions i where i.queue_id = $1 and i.routing_state = 'queued'
                   and i.required_skills > s.required_skills order by i.required_skills limit 1)
         from sets s where s.required_skills is not null)
     select required_skills from sets where required_skills is not null`,
);
const LINE_HEAD = `select i.id, i.priority, i.queued_at, i.created_at, i.required_skills, i.declined_by from interactions i
     where i.queue_id = $1 and i.channel = $2 and i.routing_state = 'queued' and i.required_skills = $3::text[]
       and not i.declined_by @> $4::int[]
     order by i.priority desc, i.queued_at, i.id limit $5 for no key update of i`;
const lineHead = statement<Waiting>('routing_line_head', LINE_HEAD);
const lineHeadUnlocked = statement<Waiting>('routing_line_head_unlocked', `${LINE_HEAD} skip locked`);
/**
 * Only what somebody who is free can take: nobody need wait for the lock of anything else. The ids as an array, and the
 * length beside them: a long line is neither walked nor locked.
 */
const LINE_BEGIN = `select ${INTERACTION_COLUMNS} from interactions i
     where i.id = any(array(select b.id ${BEGIN})) and (select count(*) from (select b.id ${BEGIN}) line) <= ${SHORT_LINE}
       and i.routing_state = 'queued' and exists (
         select 1 from queue_members m join agents a on a.id = m.agent_id
             join agent_channels c on c.agent_id = a.id and c.channel = $2
         where m.queue_id = $1 and ${IS_FREE} and a.skills @> i.required_skills and not a.id = any(i.declined_by))
     order by i.priority desc, i.queued_at, i.id for no key update of i`;
const lineBegin = statement<Interaction>('routing_line_begin', LINE_BEGIN);
const lineBeginUnlocked = statement<Interaction>('routing_line_begin_unlocked', `${LINE_BEGIN} skip locked`);
const heldFor = statement<Interaction>(
    'routing_held_for',
    `select ${INTERACTION_COLUMNS} from interactions i where i.held_for = $1 and i.channel = $2 and i.routing_state = 'held'
     order by i.waiting_since, i.id limit $3 for no key update of i skip locked`,
);
const waitingQueues = statement<{ queueId: number; channel: Channel }>(
    'routing_waiting_queues',
    `select distinct i.queue_id, i.channel from interactions i where i.routing_state = 'queued'`,
);
/** Held for someone who could take it now: the sweep's question, for the wake-up that got lost. */
const readyHolds = statement<{ agentId: number; channel: Channel }>(
    'routing_ready_holds',
    `select distinct a.id as agent_id, i.channel
     from interactions i join agents a on a.id = i.held_for join agent_channels c on c.agent_id = a.id and c.channel = i.channel
     where i.routing_state = 'held' and i.hold_refused is null and a.enabled and a.chosen_status = 'available'
       and a.connected and a.within_hours and c.load < c.capacity`,
);
/** Rings at someone who may not be offered anything now. */
const strayOffers = statement<{ id: number; interactionId: number }>(
    'routing_stray_offers',
    `select o.id, o.interaction_id from offers o join agents a on a.id = o.agent_id join interactions i on i.id = o.interaction_id
     where o.outcome = 'ringing' and (not a.enabled or not a.connected or a.chosen_status = 'logged_out'
       or (a.chosen_status <> 'available' and i.transferred_to is distinct from o.agent_id))`,
);

type On = Pick<Transaction, 'run'>;
/**
 * One drain of a line at a time, whatever the number of processes: two would overtake each other (R1, first in, first out).
 *
 * @param patience milliseconds that the transaction waits for any other lock; 0 for as long as it takes
 */
export const lockLineForDrain = (
    tx: Transaction,
    queueId: number,
    channel: Channel,
    patience: number,
): Promise<unknown> => tx.later(lockLine, [queueId, channel, String(patience)]);
/** Whether nobody drains its line, and nothing else waits in it; if so, nobody drains it until this transaction ends. */
export async function takeLineAlone(tx: Transaction, i: Interaction): Promise<boolean> {
    const [{ got }, others] = await Promise.all([
        tx.one(tryLine, [i.queueId, i.channel]),
        tx.one(othersInLine, [i.queueId, i.channel, i.id]),
    ]);
    return got && !others.any;
}
export const candidateAgents = (on: On, queueId: number, channel: Channel): Promise<CandidateAgent[]> =>
    on.run(candidates, [queueId, channel]);
export const lineSkillSets = async (on: On, queueId: number, _channel: Channel): Promise<string[][]> =>
    (await on.run(skillSets, [queueId])).map((row) => row.requiredSkills);
/** Of a long line what decides who gets which; whole they are read as they are given out (readLocked). */
export const lockLineHead = (
    tx: Transaction,
    queueId: number,
    channel: Channel,
    skills: readonly string[],
    ableAgents: readonly number[],
    { most, locked }: { most: number; locked: 'wait' | 'skip' },
): Promise<Waiting[]> =>
    tx.run(locked === 'wait' ? lineHead : lineHeadUnlocked, [queueId, channel, skills, ableAgents, most]);
/** Of a short line all that may match now, locked and in its order; nothing of a longer one. */
export const lockShortLine = async (
    tx: Transaction,
    queueId: number,
    channel: Channel,
    locked: 'wait' | 'skip',
): Promise<Interaction[]> =>
    loadedIn(tx, await tx.run(locked === 'wait' ? lineBegin : lineBeginUnlocked, [queueId, channel]));
export const lockHeldFor = async (
    tx: Transaction,
    agentId: number,
    channel: Channel,
    limit: number,
): Promise<Interaction[]> => loadedIn(tx, await tx.run(heldFor, [agentId, channel, limit]));
export const queuesWithWaiting = (on: On): Promise<{ queueId: number; channel: Channel }[]> =>
    on.run(waitingQueues);
export const agentsWithReadyHolds = (on: On): Promise<{ agentId: number; channel: Channel }[]> =>
    on.run(readyHolds);
export const findStrayOffers = (on: On): Promise<{ id: number; interactionId: number }[]> =>
    on.run(strayOffers);
