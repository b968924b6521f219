import {
    directoryAgents,
    directoryQueues,
    type DirectoryAgentRow,
    type DirectoryQueueRow,
} from '../storage/reads/directory.ts';
import type { Transaction } from '../storage/transaction.ts';
import { pageOf, type Page } from './summaries.ts';

export type { DirectoryAgentRow, DirectoryQueueRow };

/** W1's Directory: "search agents/queues, presence, transfer". */
export async function searchDirectory(
    on: Pick<Transaction, 'run'>,
    { text, limit }: { text: string; limit: number },
): Promise<{ agents: Page<DirectoryAgentRow>; queues: DirectoryQueueRow[] }> {
    return {
        agents: pageOf(await directoryAgents(on, text, limit), limit),
        queues: await directoryQueues(on, text),
    };
}
