import type { TAG_QUERIES } from '../../protocol/queries/tags.ts';
import { listTags, suggestTags } from '../../queries/tags.ts';
import type { QueryHandlers } from './queryHandlers.ts';

export const tagQueries: Pick<QueryHandlers, keyof typeof TAG_QUERIES> = {
    suggestTags: ({ tx, viewer }, args) => suggestTags(tx, viewer, args),
    listTags: ({ tx }) => listTags(tx),
};
