import type { BULK_QUERIES } from '../../protocol/queries/bulk.ts';
import { queueChoices } from '../../queries/queueChoices.ts';
import type { QueryHandlers } from './queryHandlers.ts';

export const bulkQueries: Pick<QueryHandlers, keyof typeof BULK_QUERIES> = {
    async listQueueChoices({ tx }) {
        const items = (await queueChoices(tx)).map(({ id, name, ...rest }) => ({
            queue: { id, name },
            ...rest,
        }));
        return { items };
    },
};
