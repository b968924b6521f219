import type { Schedule } from '../core/schedule.ts';
import type { ServiceTargets } from '../core/policies/serviceTargets.ts';
import type { HoldMode, TransferNote, TransferToBusy } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import { INTERACTION_COLUMNS, type Interaction } from './interactions.ts';
import { loadedIn } from './touched.ts';
import type { Transaction } from './transaction.ts';

/** Queues as an admin changes them. */
export interface QueueSettings {
    readonly openingHours: Schedule;
    readonly holdFor: number;
    readonly holdMode: HoldMode;
    readonly emailRingFor: number;
    readonly emailWrapUpLimit: number | null;
    readonly transferNote: TransferNote;
    readonly transferToBusy: TransferToBusy;
    readonly acknowledgement: string;
    readonly serviceTargets: ServiceTargets | null;
}

const save = statement(
    'queue_save',
    `update queues set opening_hours = $2, hold_for = $3, hold_mode = $4, email_ring_for = $5, acknowledgement = $6,
         email_wrap_up_limit = $7, transfer_note = $8, transfer_to_busy = $9, service_targets = $10 where id = $1`,
);
const lock = statement<{ id: number }>('queue_lock', `select id from queues where id = $1 for no key update`);
const deadlines = statement<Interaction>(
    'queue_deadlines_lock',
    `select ${INTERACTION_COLUMNS} from interactions i
     where i.queue_id = $1 and (i.routing_state = 'held' or (i.routing_state = 'assigned' and i.waiting_since is not null))
     order by i.id for no key update`,
);

/** One editor at a time. */
export const lockQueue = (tx: Transaction, queueId: number): Promise<unknown> => tx.run(lock, [queueId]);
export async function saveQueueSettings(tx: Transaction, queueId: number, to: QueueSettings): Promise<void> {
    await tx.run(save, [
        queueId,
        JSON.stringify(to.openingHours),
        to.holdFor,
        to.holdMode,
        to.emailRingFor,
        to.acknowledgement,
        to.emailWrapUpLimit,
        to.transferNote,
        to.transferToBusy,
        to.serviceTargets && JSON.stringify(to.serviceTargets),
    ]);
    tx.signals.counters = true;
}
/** Whatever has E4's deadline in this queue: held, or unanswered in an inbox; locked in id order. */
export const lockWithDeadline = async (tx: Transaction, queueId: number): Promise<Interaction[]> =>
    loadedIn(tx, await tx.run(deadlines, [queueId]));
