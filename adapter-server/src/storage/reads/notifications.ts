import { statement } from '../database.ts';
import type { NotificationKind } from '../people.ts';
import type { Transaction } from '../transaction.ts';

export interface NotificationRow {
    readonly id: number;
    readonly at: number;
    readonly kind: NotificationKind;
    readonly text: string;
    readonly interactionId: number | null;
    readonly readAt: number | null;
}
const COLUMNS = 'id, at, kind, text, interaction_id, read_at';
const list = statement<NotificationRow>(
    'notifications_list',
    `select ${COLUMNS} from notifications where agent_id = $1 and ($2::int is null or id < $2) order by id desc limit $3`,
);
const byIds = statement<NotificationRow>(
    'notifications_by_ids',
    `select ${COLUMNS} from notifications where agent_id = $1 and id = any($2::int[])`,
);

type On = Pick<Transaction, 'run'>;
/** One row more than the limit where there are more. */
export const listNotificationRows = (
    on: On,
    agentId: number,
    before: number | null,
    limit: number,
): Promise<NotificationRow[]> => on.run(list, [agentId, before, limit + 1]);
export const notificationsByIds = (
    on: On,
    agentId: number,
    ids: readonly number[],
): Promise<NotificationRow[]> => (ids.length === 0 ? Promise.resolve([]) : on.run(byIds, [agentId, ids]));
