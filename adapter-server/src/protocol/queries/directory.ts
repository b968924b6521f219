import { z } from 'zod';
import { directoryAgentView, directoryQueueView } from '../views/directory.ts';

/** Whom and where to hand work to. */
export const DIRECTORY_QUERIES = {
    searchDirectory: {
        args: z.object({
            /** Part of a name; empty for all. */
            text: z.string().max(100).default(''),
            limit: z.int().min(1).max(200).default(50),
        }),
        result: z.object({
            agents: z.array(directoryAgentView),
            moreAgents: z.boolean(),
            queues: z.array(directoryQueueView),
        }),
    },
} as const;
