import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const find = statement<{ id: number; queueId: number | null; label: string; retired: boolean }>(
    'disposition_find',
    `select id, queue_id, label, retired from dispositions where id = $1`,
);
const list = statement<{ id: number; label: string }>(
    'dispositions_of_queue',
    `select id, label from dispositions where (queue_id is null or queue_id = $1) and not retired order by queue_id nulls last, position, id`,
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
        active: !row.retired,
    };
}
export const dispositionsOfQueue = (
    on: Pick<Transaction, 'run'>,
    queueId: number,
): Promise<{ id: number; label: string }[]> => on.run(list, [queueId]);

const ofQueueAlone = statement<{ id: number; label: string }>(
    'dispositions_of_queue_alone',
    `select id, label from dispositions where queue_id is not distinct from $1::int and not retired order by position, id`,
);
const insert = statement(
    'disposition_insert',
    `insert into dispositions (queue_id, label, position) values ($1, $2, $3)`,
);
const save = statement('disposition_save', `update dispositions set label = $2, position = $3 where id = $1`);
const retire = statement(
    'dispositions_retire',
    `update dispositions set retired = true where id = any($1::int[])`,
);
type On = Pick<Transaction, 'run'>;
/** @param queueId null: of every queue */
export const queueDispositions = (on: On, queueId: number | null): Promise<{ id: number; label: string }[]> =>
    on.run(ofQueueAlone, [queueId]);
export const insertDisposition = (
    tx: Transaction,
    queueId: number,
    label: string,
    position: number,
): Promise<unknown> => tx.run(insert, [queueId, label, position]);
export const saveDisposition = (
    tx: Transaction,
    id: number,
    label: string,
    position: number,
): Promise<unknown> => tx.run(save, [id, label, position]);
export const retireDispositions = (tx: Transaction, ids: readonly number[]): Promise<unknown> =>
    tx.run(retire, [ids]);
