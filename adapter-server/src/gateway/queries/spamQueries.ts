import { scopeOf } from '../../core/policies/blocking.ts';
import type { SPAM_QUERIES } from '../../protocol/queries/spam.ts';
import { listBlocks } from '../../queries/blocks.ts';
import { pageArgs, type QueryHandlers } from './queryHandlers.ts';

export const spamQueries: Pick<QueryHandlers, keyof typeof SPAM_QUERIES> = {
    async listBlocks({ tx }, args) {
        const { rows, more } = await listBlocks(tx, pageArgs(args));
        const items = rows.map(({ id, pattern, reason, by, createdAt: at }) => ({
            id,
            scope: scopeOf(pattern),
            pattern,
            reason,
            by,
            at,
        }));
        return { items, more };
    },
};
