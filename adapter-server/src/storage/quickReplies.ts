import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

export const TEXT_FORMATS = ['plain', 'html'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** Whose a quick reply or a macro is: of the organization where both are null. */
export interface Owner {
    readonly queueId: number | null;
    readonly agentId: number | null;
}

export interface QuickReply extends Owner {
    readonly id: number;
    readonly shortcut: string;
    readonly title: string;
    readonly text: string;
    readonly format: TextFormat;
}

const COLUMNS = `id, queue_id, agent_id, shortcut, title, text, format`;
/** The nearest first: one's own, the queue's, the organization's. $2 null: of every queue. */
const list = statement<QuickReply>(
    'quick_replies_list',
    `select ${COLUMNS} from quick_replies
     where agent_id = $1 or (agent_id is null and (queue_id is null or $2::int[] is null or queue_id = any($2)))
     order by agent_id nulls last, queue_id nulls last, lower(shortcut), id`,
);
const find = statement<QuickReply>('quick_reply_find', `select ${COLUMNS} from quick_replies where id = $1`);
const insert = statement<{ id: number }>(
    'quick_reply_insert',
    `insert into quick_replies (queue_id, agent_id, shortcut, title, text, format, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
);
const update = statement<{ id: number }>(
    'quick_reply_update',
    `update quick_replies r set queue_id = $2, agent_id = $3, shortcut = $4, title = $5, text = $6, format = $7,
         changed_at = $8, changed_by = $9
     where id = $1 and not exists (select 1 from quick_replies o where o.id <> r.id and lower(o.shortcut) = lower($4)
         and o.queue_id is not distinct from $2 and o.agent_id is not distinct from $3)
     returning id`,
);
const remove = statement('quick_reply_delete', `delete from quick_replies where id = $1`);

type On = Pick<Transaction, 'run'>;

export const listQuickReplies = (
    on: On,
    agentId: number,
    queueIds: readonly number[] | null,
): Promise<QuickReply[]> => on.run(list, [agentId, queueIds]);

export const findQuickReply = (on: On, id: number): Promise<QuickReply | null> =>
    on.run(find, [id]).then((rows) => rows[0] ?? null);

/** Null where the shortcut is taken there. */
export async function saveQuickReplyRow(
    tx: Transaction,
    id: number | null,
    { queueId, agentId, shortcut, title, text, format }: Omit<QuickReply, 'id'>,
    changedBy: number | null,
): Promise<number | null> {
    const values = [queueId, agentId, shortcut, title, text, format, tx.now, changedBy];
    const row = id === null ? await tx.first(insert, values) : await tx.first(update, [id, ...values]);
    return row?.id ?? null;
}

export const deleteQuickReplyRow = (tx: Transaction, id: number): Promise<unknown> => tx.run(remove, [id]);
