import type { WRITING_QUERIES } from '../../protocol/queries/writing.ts';
import { scheduledOf } from '../../queries/scheduled.ts';
import type { QueryHandlers } from './queryHandlers.ts';

/** Mail that is written and has not left. */
export const writingQueries: Pick<QueryHandlers, keyof typeof WRITING_QUERIES> = {
    async listScheduled({ tx, viewer }) {
        return { items: await scheduledOf(tx, viewer.agentId) };
    },
};
