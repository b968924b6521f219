import type { InteractionStatus } from '../../core/vocabulary.ts';
import { statement } from '../database.ts';
import { visibleWhere } from '../reads/access.ts';
import type { Sight } from '../reads/summaries.ts';
import type { Transaction } from '../transaction.ts';

/** Everything that a search asks of a message and of its interaction. */
export interface SearchFilter {
    /** A tsquery; null: whatever it says. */
    readonly query: string | null;
    readonly sight: Sight;
    readonly statuses: readonly InteractionStatus[] | null;
    /** Whose: who has it, whom it waits for, whose it was. */
    readonly agents: readonly number[] | null;
    readonly notAgents: readonly number[] | null;
    readonly queues: readonly number[] | null;
    readonly interactions: readonly number[] | null;
    /** It has all of these, and none of those. */
    readonly tags: readonly number[] | null;
    readonly notTags: readonly number[] | null;
    readonly from: number;
    readonly to: number;
    /** The newest message when the first page was read: later ones do not move what is on the next. */
    readonly ceiling: number;
}
/** Messages between two ids, both excluded. */
export interface SearchRange {
    readonly below: number;
    readonly above: number;
}

const said = (s: string, query: string, from: string, to: string): string =>
    `(${query}::text is null or ${s}.words @@ ${query}::tsquery) and ${s}.at >= ${from} and ${s}.at < ${to}`;
/** Merged interactions are empty: their messages are found where they went. @param first number of its first parameter */
function wanted(first: number): string {
    const [admin, people, queues, statuses, agents, notAgents, inQueues, ids, tags, notTags] = Array.from(
        { length: 10 },
        (_, n) => `$${first + n}`,
    );
    const theirs = (who: string | undefined): string =>
        `(i.agent_id = any(${who}) or i.held_for = any(${who}) or i.original_agent_id = any(${who}))`;
    return `i.merged_into is null and ${visibleWhere(admin ?? '', people ?? '', queues ?? '')}
        and (${statuses}::text[] is null or i.status = any(${statuses}))
        and (${agents}::int[] is null or ${theirs(agents)})
        and (${notAgents}::int[] is null or not coalesce(${theirs(notAgents)}, false))
        and (${inQueues}::int[] is null or i.queue_id = any(${inQueues}))
        and (${ids}::int[] is null or i.id = any(${ids}))
        and (${tags}::int[] is null or cardinality(${tags}) = (select count(*) from interaction_tags x
             where x.interaction_id = i.id and x.tag_id = any(${tags})))
        and (${notTags}::int[] is null or not exists (select 1 from interaction_tags x
             where x.interaction_id = i.id and x.tag_id = any(${notTags})))`;
}
/** An interaction is shown once, at its newest message that is found. */
const newestOfIts = (s: string): string =>
    `not exists (select 1 from message_search n where n.interaction_id = ${s}.interaction_id
         and n.message_id > ${s}.message_id and n.message_id <= $4 and ${said('n', '$1', '$2', '$3')})`;
/** From `said`, newest first; it stops at the limit, since neither condition changes the order. */
const hits = `array(
    select x.message_id from (select message_id, interaction_id from said order by message_id desc) x
    where (select ${wanted(9)} from interactions i where i.id = x.interaction_id) and ${newestOfIts('x')}
    limit $7) as hits`;

/** Newest first through the messages themselves, whatever they say: for what is said often. */
const walk = statement<{ seen: number; said: number; reached: number | null; hits: number[] }>(
    'search_walk',
    `with seen as materialized (
         select s.message_id, s.interaction_id, ${said('s', '$1', '$2', '$3')} as said from message_search s
         where s.message_id < $5 and s.message_id > $6 order by s.message_id desc limit $8),
     said as materialized (select message_id, interaction_id from seen where said)
     select (select count(*)::int from seen) as seen, (select count(*)::int from said) as said,
         (select min(message_id) from seen) as reached, ${hits}`,
);
/** Through the index of words ("+ 0" keeps the planner from reading by id instead). */
const byWords = statement<{ said: number; hits: number[] }>(
    'search_by_words',
    `with said as materialized (
         select s.message_id, s.interaction_id from message_search s
         where s.words @@ $8::tsquery and s.at >= $2 and s.at < $3 and s.message_id + 0 < $5 and s.message_id + 0 > $6)
     select (select count(*)::int from said) as said, ${hits}`,
);
const candidates = statement<{ id: number }>(
    'search_candidates',
    `select i.id from interactions i where ${wanted(1)} limit $11`,
);
/** From the index of the tag that fewest have, whatever else is asked for. */
const taggedCandidates = statement<{ id: number }>(
    'search_candidates_tagged',
    `select i.id from interaction_tags c join interactions i on i.id = c.interaction_id
     where c.tag_id = (select t from unnest($9::int[]) t
         order by (select count(*) from (select 1 from interaction_tags n where n.tag_id = t limit $11) few), t limit 1)
       and ${wanted(1)} limit $11`,
);
const within = statement<{ messageId: number }>(
    'search_within',
    `select h.message_id from unnest($8::int[]) as c(id)
         cross join lateral (
             select s.message_id from message_search s
             where s.interaction_id = c.id and s.message_id <= $4 and ${said('s', '$1', '$2', '$3')}
             order by s.message_id desc limit 1) h
     where h.message_id < $5 and h.message_id > $6 order by h.message_id desc limit $7`,
);
/** A plan for these very words, and never one that reads whole tables. */
const plan = statement(
    'search_plan',
    `select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
         set_config('max_parallel_workers_per_gather', '0', true), set_config('jit', 'off', true)`,
);
const bounds = statement<{ newest: number; last: number | null; first: number | null }>(
    'search_bounds',
    `select coalesce((select max(message_id) from message_search), 0) as newest,
         (select message_id from message_search where at < $2 order by at desc, message_id desc limit 1) as last,
         (select message_id from message_search where at >= $1 order by at, message_id limit 1) as first`,
);

type On = Pick<Transaction, 'run'>;
const ofMessages = (f: SearchFilter, range: SearchRange, limit: number): unknown[] => [
    f.query,
    f.from,
    f.to,
    f.ceiling,
    range.below,
    range.above,
    limit,
];
const ofInteractions = (f: SearchFilter): unknown[] => [
    f.sight.admin,
    f.sight.people,
    f.sight.queues,
    f.statuses,
    f.agents,
    f.notAgents,
    f.queues,
    f.interactions,
    f.tags,
    f.notTags,
];
const one = <T>(rows: readonly T[]): T => {
    const [row] = rows;
    if (!row) throw new Error('a statement that always answers answered no row');
    return row;
};

export const planSearches = (on: On): Promise<unknown> => on.run(plan);
export const searchBounds = async (on: On, from: number, to: number) => one(await on.run(bounds, [from, to]));
export const walkMessages = async (
    on: On,
    filter: SearchFilter,
    range: SearchRange,
    { limit, rows }: { limit: number; rows: number },
) => one(await on.run(walk, [...ofMessages(filter, range, limit), rows, ...ofInteractions(filter)]));
/** @param query the filter's own, or one that also names the blocks */
export const searchWords = async (
    on: On,
    filter: SearchFilter,
    range: SearchRange,
    { limit, query }: { limit: number; query: string },
) => one(await on.run(byWords, [...ofMessages(filter, range, limit), query, ...ofInteractions(filter)]));
/** The interactions that the filter leaves, whatever is said in them; no more than the limit. */
export const candidateInteractions = async (on: On, filter: SearchFilter, limit: number): Promise<number[]> =>
    (
        await on.run(filter.tags === null ? candidates : taggedCandidates, [...ofInteractions(filter), limit])
    ).map(({ id }) => id);
export const searchWithin = async (
    on: On,
    filter: SearchFilter,
    range: SearchRange,
    { limit, interactions }: { limit: number; interactions: readonly number[] },
): Promise<number[]> =>
    (await on.run(within, [...ofMessages(filter, range, limit), interactions])).map(
        ({ messageId }) => messageId,
    );
