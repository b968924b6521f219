import { beat, endProcess } from '../../storage/connections.ts';
import { signingSecrets } from '../../storage/organization.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { closeAgentConnection } from '../agentConnections.ts';

/** This process and all its sockets are alive; sockets whose closing could not be written are closed now (R5). */
export async function keepAlive(
    tx: Transaction,
    processId: string,
    closed: readonly string[],
): Promise<void> {
    for (const connectionId of closed) await closeAgentConnection(tx, connectionId);
    await beat(tx, processId);
}

/** On a drain: what it held is free for others at once. */
export const leave = (tx: Transaction, processId: string): Promise<unknown> => endProcess(tx, processId);

/** Signs the links of inline images; the same in every process. */
export const downloadSecret = async (tx: Transaction): Promise<Buffer> => {
    const [secret] = await signingSecrets(tx, 'download');
    if (!secret) throw new Error('no download secret');
    return secret;
};
