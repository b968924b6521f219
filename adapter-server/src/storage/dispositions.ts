import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const find = statement<{ id: number; queueId: number | null; label: string }>(
    'disposition_find',
    `select id, queue_id, label from dispositions where id = $1`,
);
const list = statement<{ id: number; label: string }>(
    'dispositions_of_queue',
    `select id, label from dispositions where queue_id is null or queue_id = $1 order by queue_id nulls last, position, id`,
);

export async function findDisposition(
    on: Pick<Transaction, 'run'>,
    id: number,
): Promise<{
    dispositionId: number;
    name: string;
    queues: readonly number[] | 'all';
    active: boolean;
} | null> {
    const row = (await on.run(find, [id]))[0];
    if (!row) return null;
    return {
        dispositionId: row.id,
        name: row.label,
        queues: row.queueId === null ? 'all' : [row.queueId],
        active: true,
    };
}
export const dispositionsOfQueue = (
    on: Pick<Transaction, 'run'>,
    queueId: number,
): Promise<{ id: number; label: string }[]> => on.run(list, [queueId]);
