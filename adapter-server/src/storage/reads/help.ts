import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

const queueOf = statement<{ queueId: number }>(
    'interaction_queue',
    `select queue_id from interactions where id = $1`,
);

export const queueOfInteraction = async (
    on: Pick<Transaction, 'run'>,
    interactionId: number,
): Promise<number | null> => (await on.run(queueOf, [interactionId]))[0]?.queueId ?? null;
