import type { QueryArgs, QueryName, QueryResult } from '../../protocol/queries.ts';
import type { Viewer } from '../../queries/viewer.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { PresentHtml } from '../presenters/presenting.ts';

export interface QueryContext {
    /** A read-only snapshot: all that one answer says is of one moment. */
    readonly tx: Transaction;
    readonly viewer: Viewer;
    readonly now: number;
    readonly html: PresentHtml;
    readonly inlineUrl: (attachmentId: number) => string;
}
export type QueryHandlers = {
    readonly [N in QueryName]: (context: QueryContext, args: QueryArgs<N>) => Promise<QueryResult<N> | null>;
};

/** Optional page arguments as the statements take them. */
export const pageArgs = (args: { limit: number; before?: number | null | undefined }) => ({
    limit: args.limit,
    before: args.before ?? null,
});
