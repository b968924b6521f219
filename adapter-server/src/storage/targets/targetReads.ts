import type { Channel, TargetKind } from '../../core/vocabulary.ts';
import { statement } from '../database.ts';
import { visibleWhere } from '../reads/access.ts';
import type { Transaction } from '../transaction.ts';

/** What leads read of service targets: the breach list and the counts. */
export interface ListedTarget {
    readonly id: number;
    readonly kind: TargetKind;
    readonly interactionId: number;
    readonly channel: Channel;
    /** These are null where the reader may not read the interaction where it is now. */
    readonly subject: string | null;
    readonly customerName: string | null;
    readonly customerAddress: string | null;
    readonly queueId: number;
    readonly priority: number;
    readonly agentId: number | null;
    readonly startedAt: number;
    readonly dueAt: number | null;
    readonly noticedAt: number;
    readonly breachedAt: number | null;
    readonly metAt: number | null;
    readonly endedAt: number | null;
}
/** Whose queues one may look into: all of them, or these (L4). */
export interface TargetSight {
    readonly admin: boolean;
    readonly queues: readonly number[];
    /** Whose interactions one may read wherever these are. */
    readonly people: readonly number[];
}
export type TargetState = 'warned' | 'overdue' | 'ended';
export interface TargetFilter {
    readonly queueId: number | null;
    readonly agentId: number | null;
    readonly kind: TargetKind | null;
    readonly state: TargetState | null;
    readonly from: number | null;
    readonly until: number | null;
    readonly before: number | null;
    readonly limit: number;
}

const AGENT = `case when s.ended_at is null then coalesce(i.agent_id, i.held_for, s.agent_id) else s.agent_id end`;
const READABLE = visibleWhere('$1', '$11', '$2');
/** A warning that came to nothing is no news. A promise stays its queue's, its interaction may have moved on. */
const list = statement<ListedTarget>(
    'targets_list',
    `select s.id, s.kind, s.interaction_id, i.channel, case when ${READABLE} then i.subject end as subject,
         case when ${READABLE} then c.name end as customer_name, case when ${READABLE} then c.address end as customer_address,
         s.queue_id, s.priority, ${AGENT} as agent_id, s.started_at, s.due_at, s.noticed_at, s.breached_at, s.met_at, s.ended_at
     from service_targets s join interactions i on i.id = s.interaction_id join customers c on c.id = i.customer_id
     where s.noticed_at is not null and (s.breached_at is not null or s.ended_at is null)
       and ($1 or s.queue_id = any($2::int[]))
       and ($3::int is null or s.queue_id = $3) and ($4::int is null or ${AGENT} = $4) and ($5::text is null or s.kind = $5)
       and ($6::text is null or $6 = case when s.breached_at is null then 'warned'
             when s.ended_at is null then 'overdue' else 'ended' end)
       and ($7::bigint is null or s.noticed_at >= $7) and ($8::bigint is null or s.noticed_at < $8)
       and ($9::int is null or exists (select 1 from service_targets p where p.id = $9
             and (s.noticed_at, s.id) < (p.noticed_at, p.id)))
     order by s.noticed_at desc, s.id desc limit $10`,
);

export type CountedBy = 'day' | 'queue' | 'priority' | 'kind';
export interface TargetCount {
    readonly day: string | null;
    readonly queueId: number | null;
    readonly priority: number | null;
    readonly kind: TargetKind | null;
    readonly met: number;
    readonly breached: number;
    readonly running: number;
}
export interface CountFilter {
    readonly queueId: number | null;
    readonly kind: TargetKind | null;
    readonly from: number | null;
    readonly until: number | null;
    readonly by: readonly CountedBy[];
    readonly timeZone: string;
}
/** By the day on which each began, so that what is counted once stays where it is. */
const counts = statement<TargetCount>(
    'targets_count',
    `select case when 'day' = any($7::text[])
             then to_char(to_timestamp(s.started_at / 1000.0) at time zone $8, 'YYYY-MM-DD') end as day,
         case when 'queue' = any($7::text[]) then s.queue_id end as queue_id,
         case when 'priority' = any($7::text[]) then s.priority end as priority,
         case when 'kind' = any($7::text[]) then s.kind end as kind,
         (count(*) filter (where s.breached_at is null and s.met_at is not null))::int as met,
         (count(*) filter (where s.breached_at is not null))::int as breached,
         (count(*) filter (where s.breached_at is null and s.ended_at is null))::int as running
     from service_targets s
     where ($1 or s.queue_id = any($2::int[])) and ($3::int is null or s.queue_id = $3) and ($4::text is null or s.kind = $4)
       and ($5::bigint is null or s.started_at >= $5) and ($6::bigint is null or s.started_at < $6)
       and (s.ended_at is null or s.met_at is not null or s.breached_at is not null)
     group by 1, 2, 3, 4
     order by 1 desc nulls last, 2, 3 desc nulls last,
         array_position(array['first_reply', 'next_reply', 'resolution'], case when 'kind' = any($7::text[]) then s.kind end)
     limit 2000`,
);

type On = Pick<Transaction, 'run'>;
/** One row more than the limit where there are more. */
export const listTargets = (on: On, sight: TargetSight, f: TargetFilter): Promise<ListedTarget[]> =>
    on.run(list, [
        sight.admin,
        sight.queues,
        f.queueId,
        f.agentId,
        f.kind,
        f.state,
        f.from,
        f.until,
        f.before,
        f.limit + 1,
        sight.people,
    ]);
export const countTargets = (
    on: On,
    sight: Omit<TargetSight, 'people'>,
    f: CountFilter,
): Promise<TargetCount[]> =>
    on.run(counts, [sight.admin, sight.queues, f.queueId, f.kind, f.from, f.until, f.by, f.timeZone]);
