import {
    advanceTargetWalk,
    endTargetWalk,
    lockWalked,
    readTargetWalk,
    repeatTargetWalk,
} from '../../storage/targets/targetWalks.ts';
import { setTimer, takeTimer } from '../../storage/timers.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { recomputeTargets } from './keepTargets.ts';

/** Interactions recomputed in one transaction, and ids looked at: neither holds locks for long. */
export const MOST_AT_ONCE = 100;
const MOST_IDS = 5_000;

/** A queue's hours or targets were changed: its open targets are counted anew, a part of them, and the rest at once after. */
export async function walkTargets(tx: Transaction, queueId: number): Promise<void> {
    const walk = await readTargetWalk(tx, queueId);
    const upTo = (walk?.afterId ?? 0) + MOST_IDS;
    const batch = walk
        ? await lockWalked(tx, queueId, { after: walk.afterId, upTo, most: MOST_AT_ONCE })
        : [];
    if (!(await takeTimer(tx, 'queue_targets', queueId)) || !walk) return;
    await recomputeTargets(tx, batch, 'settings');
    const reached = batch.length === MOST_AT_ONCE ? (batch.at(-1)?.id ?? upTo) : upTo;
    if (reached >= walk.lastId)
        return walk.again ? repeatTargetWalk(tx, queueId) : endTargetWalk(tx, queueId);
    await advanceTargetWalk(tx, queueId, reached);
    await setTimer(tx, 'queue_targets', queueId, tx.now);
}
