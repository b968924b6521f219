import type { MailReader } from '../../ports/mailReader.ts';
import type { QueryArgs, QueryName, QueryResult } from '../../protocol/queries.ts';
import type { MailboxTrial } from '../../protocol/views.ts';
import type { Viewer } from '../../queries/viewer.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { MailDisplay } from '../presenters/presenting.ts';

export interface QueryContext {
    /** A read-only snapshot: all that one answer says is of one moment. */
    readonly tx: Transaction;
    readonly viewer: Viewer;
    readonly now: number;
    readonly display: MailDisplay;
    readonly inlineUrl: (attachmentId: number) => string;
    readonly mailboxes: MailboxTrials;
    readonly mailReader: MailReader;
}
/** Trying a mailbox needs the email channel, which the composition brings. */
export interface MailboxTrials {
    readonly canStoreCredentials: boolean;
    /** Reads what it needs; the trial itself asks the world outside. */
    prepareTrial(
        on: Pick<Transaction, 'run'>,
        mailboxId: number | null,
        imap: QueryArgs<'testMailbox'>['imap'],
    ): Promise<() => Promise<MailboxTrial>>;
}
/** An answer that waits for the world outside: asked for when the snapshot is closed, so that no connection is held. */
export class Later<T> {
    readonly run: () => Promise<T>;
    constructor(run: () => Promise<T>) {
        this.run = run;
    }
}
export type QueryHandlers = {
    readonly [N in QueryName]: (
        context: QueryContext,
        args: QueryArgs<N>,
    ) => Promise<QueryResult<N> | Later<QueryResult<N>> | null>;
};

/** Optional page arguments as the statements take them. */
export const pageArgs = (args: { limit: number; before?: number | null | undefined }) => ({
    limit: args.limit,
    before: args.before ?? null,
});
