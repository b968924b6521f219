import type { TransferNote } from '../../core/vocabulary.ts';
import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface QueueChoicesRow {
    readonly id: number;
    readonly name: string;
    readonly transferNote: TransferNote;
    readonly dispositions: { id: number; label: string }[];
}
const list = statement<QueueChoicesRow>(
    'queue_choices',
    `select q.id, q.name, q.transfer_note, coalesce((
         select jsonb_agg(jsonb_build_object('id', d.id, 'label', d.label) order by d.queue_id nulls last, d.position, d.id)
         from dispositions d where (d.queue_id is null or d.queue_id = q.id) and not d.retired), '[]') as dispositions
     from queues q order by q.id`,
);

export const queueChoices = (on: Pick<Transaction, 'run'>): Promise<QueueChoicesRow[]> => on.run(list);
