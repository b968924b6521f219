import { searchDirectory } from '../../queries/directory.ts';
import { presentDirectoryAgent, presentDirectoryQueue } from '../presenters/directory.ts';
import type { QueryHandlers } from './queryHandlers.ts';

export const directoryQueries: Pick<QueryHandlers, 'searchDirectory'> = {
    async searchDirectory({ tx, now }, args) {
        const { agents, queues } = await searchDirectory(tx, args);
        return {
            agents: agents.rows.map((row) => presentDirectoryAgent(row, now)),
            moreAgents: agents.more,
            queues: queues.map(presentDirectoryQueue),
        };
    },
};
