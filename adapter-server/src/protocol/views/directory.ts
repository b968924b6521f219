import { z } from 'zod';
import { instant, queueRef } from '../primitives.ts';
import { presenceView } from './people.ts';

export const directoryAgentView = presenceView.extend({
    /** When they are next within their working hours, or no longer; null where that is not in sight. */
    nextWorkingBoundaryAt: instant.nullable(),
    withinWorkingHours: z.boolean(),
    /** A transfer reaches them while they are Unavailable (R7). */
    receivesWhilePaused: z.boolean(),
});

export const directoryQueueView = z.object({
    queue: queueRef,
    restricted: z.boolean(),
    open: z.boolean(),
    nextChangeAt: instant.nullable(),
    waiting: z.int(),
    oldestWaitingSince: instant.nullable(),
    availableAgents: z.int(),
});

export type DirectoryAgentView = z.infer<typeof directoryAgentView>;
export type DirectoryQueueView = z.infer<typeof directoryQueueView>;
