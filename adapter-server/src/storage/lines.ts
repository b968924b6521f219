import { statement } from './database.ts';
import { INTERACTION_COLUMNS, type Interaction } from './interactions.ts';
import { loadedIn } from './touched.ts';
import type { Transaction } from './transaction.ts';

const head = statement<Interaction>(
    'line_head',
    `select ${INTERACTION_COLUMNS} from interactions i where i.queue_id = $1 and i.routing_state = 'queued'
     order by i.priority desc, i.queued_at, i.id limit 1 for no key update of i skip locked`,
);
/** The first of a queue's line that nobody else is just taking, locked. */
export const lineOf = async (tx: Transaction, queueId: number): Promise<Interaction | null> =>
    loadedIn(tx, await tx.run(head, [queueId]))[0] ?? null;
