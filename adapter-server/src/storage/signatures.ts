import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const save = statement('agent_signature_save', `update agents set signature = $2 where id = $1`);
const read = statement<{ signature: string }>(
    'agent_signature_read',
    `select signature from agents where id = $1`,
);
const saveOfQueue = statement('queue_signature_save', `update queues set signature = $2 where id = $1`);

export const saveAgentSignature = (tx: Transaction, agentId: number, text: string): Promise<unknown> =>
    tx.run(save, [agentId, text]);
export const readAgentSignature = async (on: Pick<Transaction, 'run'>, agentId: number): Promise<string> =>
    (await on.run(read, [agentId]))[0]?.signature ?? '';
export const saveQueueSignature = (tx: Transaction, queueId: number, text: string): Promise<unknown> =>
    tx.run(saveOfQueue, [queueId, text]);
