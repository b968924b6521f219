import { seconds } from '../../core/duration.ts';
import { statement } from '../database.ts';
import { INTERACTION_COLUMNS, type Interaction } from '../interactions.ts';
import { setTimer } from '../timers.ts';
import { loadedIn } from '../touched.ts';
import type { Transaction } from '../transaction.ts';

/**
 * After a queue's hours or targets were changed its open interactions are walked through in the order of their ids, a
 * bounded number in each transaction.
 */
const begin = statement(
    'target_walk_begin',
    `insert into service_target_walks (queue_id, after_id) values ($1, 0)
     on conflict (queue_id) do update set after_id = 0, again = true`,
);
const read = statement<{ afterId: number; again: boolean; lastId: number }>(
    'target_walk_read',
    `select w.after_id, w.again, coalesce((select max(id) from interactions), 0) as last_id
     from service_target_walks w where w.queue_id = $1`,
);
const advance = statement(
    'target_walk_advance',
    `update service_target_walks set after_id = $2 where queue_id = $1`,
);
const repeat = statement(
    'target_walk_repeat',
    `update service_target_walks set after_id = 0, again = false where queue_id = $1`,
);
/** Longer than any transaction that still knows the settings of before. */
const ON_ITS_WAY = seconds(30);
const end = statement('target_walk_end', `delete from service_target_walks where queue_id = $1`);
const batch = statement<Interaction>(
    'target_walk_batch',
    `select ${INTERACTION_COLUMNS} from interactions i
     where i.id > $2 and i.id <= $3 and i.queue_id = $1
       and (i.service_target is not null or i.status in ('new', 'open', 'pending'))
     order by i.id limit $4 for no key update`,
);

/** Anew from the first where one is under way. */
export async function beginTargetWalk(tx: Transaction, queueId: number): Promise<void> {
    await tx.run(begin, [queueId]);
    await setTimer(tx, 'queue_targets', queueId, tx.now);
}
/** Null where none is under way. */
export const readTargetWalk = (tx: Transaction, queueId: number) => tx.first(read, [queueId]);
export const lockWalked = async (
    tx: Transaction,
    queueId: number,
    range: { after: number; upTo: number; most: number },
): Promise<Interaction[]> =>
    loadedIn(tx, await tx.run(batch, [queueId, range.after, range.upTo, range.most]));
export const advanceTargetWalk = (tx: Transaction, queueId: number, afterId: number): Promise<void> =>
    tx.later(advance, [queueId, afterId]);
/** From the first, for the last time. */
export async function repeatTargetWalk(tx: Transaction, queueId: number): Promise<void> {
    await tx.later(repeat, [queueId]);
    await setTimer(tx, 'queue_targets', queueId, tx.now + ON_ITS_WAY);
}
export const endTargetWalk = (tx: Transaction, queueId: number): Promise<void> => tx.later(end, [queueId]);
