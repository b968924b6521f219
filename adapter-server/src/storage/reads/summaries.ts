import type { InteractionStatus } from '../../core/vocabulary.ts';
import { statement } from '../database.ts';
import { INTERACTION_COLUMNS, type Interaction } from '../interactions.ts';
import { oneOrMany } from '../oneOrMany.ts';
import type { Transaction } from '../transaction.ts';
import { visibleWhere } from './access.ts';

/** An interaction with what a list shows of its neighbours. */
export interface SummaryRow extends Interaction {
    readonly customerName: string;
    readonly customerAddress: string;
    /** The offer that rings now. */
    readonly offerId: number | null;
    readonly offerExpiresAt: number | null;
    readonly offeredAt: number | null;
    readonly mayBelongSubject: string | null;
    readonly tags: string[];
}
const SELECT = `select ${INTERACTION_COLUMNS}, c.name as customer_name, c.address as customer_address, o.id as offer_id,
         o.expires_at as offer_expires_at, o.offered_at, b.subject as may_belong_subject,
         array(select t.name from interaction_tags x join tags t on t.id = x.tag_id
               where x.interaction_id = i.id order by t.key) as tags
     from interactions i join customers c on c.id = i.customer_id
         left join offers o on o.interaction_id = i.id and o.outcome = 'ringing'
         left join interactions b on b.id = i.may_belong_to`;

const byIds = oneOrMany<SummaryRow>(
    'summaries_by_ids',
    'int',
    (isAsked) => `${SELECT} where i.id ${isAsked}`,
);
const byOffers = oneOrMany<SummaryRow>(
    'summaries_by_offers',
    'int',
    (isAsked) => `${SELECT} where o.id ${isAsked} and o.agent_id = $2`,
);

export const LISTS = [
    'mine',
    'held_for_me',
    'queue',
    'with_others',
    'follow_ups',
    'closed',
    'spam',
    'mentions',
    'all',
] as const;
export type ListName = (typeof LISTS)[number];

interface ListShape {
    readonly where: string;
    readonly order: string;
    /** Comes behind the row `p`, which the page before ended with. */
    readonly behind: string;
}
const RECENT: Pick<ListShape, 'order' | 'behind'> = {
    order: 'i.last_activity_at desc, i.id desc',
    behind: '(i.last_activity_at, i.id) < (p.last_activity_at, p.id)',
};
const SHAPES: Readonly<Record<ListName, ListShape>> = {
    mine: { where: `i.agent_id = $1 and i.routing_state = 'assigned'`, ...RECENT },
    held_for_me: {
        where: `i.held_for = $1 and i.routing_state = 'held'`,
        order: 'i.waiting_since, i.id',
        behind: '(i.waiting_since, i.id) > (coalesce(p.waiting_since, p.created_at), p.id)',
    },
    queue: {
        where: `i.routing_state = 'queued'`,
        order: 'i.priority desc, i.queued_at, i.id',
        behind: '(-i.priority, i.queued_at, i.id) > (-p.priority, coalesce(p.queued_at, p.created_at), p.id)',
    },
    with_others: {
        where: `i.status <> 'closed' and i.merged_into is null and i.spam is null and i.routing_state <> 'queued'
            and coalesce(i.agent_id, i.held_for, i.pending_by, i.original_agent_id) <> $1`,
        ...RECENT,
    },
    follow_ups: {
        where: `i.follow_up_at is not null and (i.agent_id = $1 or coalesce(i.pending_by, i.original_agent_id) = $1)`,
        order: 'i.follow_up_at, i.id',
        behind: '(i.follow_up_at, i.id) > (coalesce(p.follow_up_at, 0), p.id)',
    },
    closed: { where: `i.status = 'closed' and i.merged_into is null`, ...RECENT },
    spam: { where: 'i.spam is not null', ...RECENT },
    mentions: {
        where: `i.merged_into is null and i.id in
            (select n.interaction_id from notifications n where n.agent_id = $1 and n.kind = 'mention')`,
        ...RECENT,
    },
    all: { where: 'i.merged_into is null', ...RECENT },
};

const listStatement = (name: ListName) => {
    const { where, order, behind } = SHAPES[name];
    return statement<SummaryRow>(
        `summaries_list_${name}`,
        `${SELECT}
         where $1::int is not null and ${where} and ${visibleWhere('$2', '$3', '$4')}
           and ($5::int is null or i.queue_id = $5) and ($6::text is null or i.status = $6)
           and ($7::int is null or exists (select 1 from interactions p where p.id = $7 and ${behind}))
         order by ${order} limit $8`,
    );
};
const lists = Object.fromEntries(LISTS.map((name) => [name, listStatement(name)])) as Record<
    ListName,
    ReturnType<typeof listStatement>
>;

const ofSameCustomer = statement<SummaryRow>(
    'summaries_of_same_customer',
    `${SELECT}
     where i.customer_id = (select t.customer_id from interactions t where t.id = $1) and i.id <> $1
       and i.merged_into is null and ${visibleWhere('$2', '$3', '$4')}
       and ($5::int is null or exists (select 1 from interactions p where p.id = $5 and ${RECENT.behind}))
     order by ${RECENT.order} limit $6`,
);

export interface Sight {
    readonly viewerId: number;
    readonly admin: boolean;
    readonly people: readonly number[];
    readonly queues: readonly number[];
}
export interface ListFilter {
    readonly queueId: number | null;
    readonly status: InteractionStatus | null;
    readonly before: number | null;
    readonly limit: number;
}

type On = Pick<Transaction, 'run'>;
export const summariesByIds = (on: On, ids: readonly number[]): Promise<SummaryRow[]> =>
    ids.length === 0 ? Promise.resolve([]) : byIds(on, ids);
/** Of these offers, those that still ring at the agent, as what rings. */
export const summariesByOffers = (
    on: On,
    agentId: number,
    offerIds: readonly number[],
): Promise<SummaryRow[]> => (offerIds.length === 0 ? Promise.resolve([]) : byOffers(on, offerIds, agentId));
/** One row more than the limit where there are more. */
export const listSummaries = (
    on: On,
    list: ListName,
    sight: Sight,
    filter: ListFilter,
): Promise<SummaryRow[]> =>
    on.run(lists[list], [
        sight.viewerId,
        sight.admin,
        sight.people,
        sight.queues,
        filter.queueId,
        filter.status,
        filter.before,
        filter.limit + 1,
    ]);
/** The other interactions of its customer, newest first; one row more than the limit where there are more. */
export const summariesOfSameCustomer = (
    on: On,
    interactionId: number,
    { admin, people, queues }: Sight,
    page: { before: number | null; limit: number },
): Promise<SummaryRow[]> =>
    on.run(ofSameCustomer, [interactionId, admin, people, queues, page.before, page.limit + 1]);
