import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import { visibleWhere } from './access.ts';
import type { Sight } from './summaries.ts';

/** One entry of a customer's feed: a note, or an event of one of their interactions. */
export interface FeedRow {
    /** Unique over both: even for a note, odd for an event. */
    readonly feedId: number;
    readonly at: number;
    readonly agentId: number | null;
    readonly interactionId: number | null;
    readonly subject: string | null;
    /** Notes only. */
    readonly text: string | null;
    readonly mentions: number[] | null;
    /** Events only. */
    readonly kind: string | null;
    readonly data: Record<string, unknown> | null;
}

/** An interaction's journal numbers start at 1; a hundred thousand of them leave room below 2^53. */
const NOTE_ID = 'n.id::bigint * 2';
const EVENT_ID = '(j.interaction_id::bigint * 100000 + j.seq) * 2 + 1';

const read = statement<FeedRow>(
    'feed_read',
    `with theirs as materialized (
         select i.id, i.subject from interactions i
         where i.customer_id = $1 and ${visibleWhere('$2', '$3', '$4')}),
     entries as (
         (select ${NOTE_ID} as feed_id, n.at, n.agent_id, n.interaction_id, t.subject, n.text, n.mentions, null as kind, null::jsonb as data
          from notes n left join theirs t on t.id = n.interaction_id
          where n.customer_id = $1 and (n.interaction_id is null or t.id is not null)
            and ($5::bigint is null or (n.at, ${NOTE_ID}) < ($5, $6))
          order by n.at desc, n.id desc limit $7)
         union all
         (select ${EVENT_ID}, j.at, j.agent_id, j.interaction_id, t.subject, null, null, j.kind, j.data
          from journal j join theirs t on t.id = j.interaction_id
          where j.kind = any($8::text[]) and ($5::bigint is null or (j.at, ${EVENT_ID}) < ($5, $6))
          order by j.at desc, j.interaction_id desc, j.seq desc limit $7))
     select * from entries order by at desc, feed_id desc limit $7`,
);
const positionOf = statement<{ at: number }>(
    'feed_position',
    `select n.at from notes n where $1::bigint % 2 = 0 and ${NOTE_ID} = $1::bigint
     union all
     select j.at from journal j where $1::bigint % 2 = 1 and j.interaction_id = ($1::bigint / 2) / 100000 and j.seq = ($1::bigint / 2) % 100000`,
);

type On = Pick<Transaction, 'run'>;
/** Newest first; one row more than the limit where there are more. Only what the viewer may see (L4). */
export async function readFeed(
    on: On,
    customerId: number,
    sight: Sight,
    kinds: readonly string[],
    page: { before: number | null; limit: number },
): Promise<FeedRow[]> {
    const at = page.before === null ? null : ((await on.run(positionOf, [page.before]))[0]?.at ?? null);
    if (page.before !== null && at === null) return [];
    return on.run(read, [
        customerId,
        sight.admin,
        sight.people,
        sight.queues,
        at,
        page.before,
        page.limit + 1,
        kinds,
    ]);
}
