import type { Logger } from 'pino';
import type { Reply } from '../protocol/commands.ts';
import { QUERIES, type QueryArgs, type QueryName } from '../protocol/queries.ts';
import { readViewer, type Viewer } from '../queries/viewer.ts';
import type { Store } from '../storage/transaction.ts';
import { isTemporary } from '../workflows/access/auditTrail.ts';
import { auditRefusal, entryOf, isAudited } from './access/audited.ts';
import { authorize } from './access/authorize.ts';
import type { Caller } from './authentication/caller.ts';
import { AUTHORIZATION, type OperationArgs } from './authorization.ts';
import { logged } from './logged.ts';
import { parse } from './parse.ts';
import { adminQueries } from './queries/adminQueries.ts';
import { bulkQueries } from './queries/bulkQueries.ts';
import { settingsQueries } from './queries/settingsQueries.ts';
import { directoryQueries } from './queries/directoryQueries.ts';
import { contentRuleQueries } from './queries/contentRuleQueries.ts';
import { macroQueries } from './queries/macroQueries.ts';
import { helpQueries } from './queries/helpQueries.ts';
import { searchQueries } from './queries/searchQueries.ts';
import { mailboxQueries } from './queries/mailboxQueries.ts';
import { readingQueries } from './queries/readingQueries.ts';
import { Later, type QueryContext, type QueryHandlers } from './queries/queryHandlers.ts';
import { spamQueries } from './queries/spamQueries.ts';
import { tagQueries } from './queries/tagQueries.ts';
import { targetQueries } from './queries/targetQueries.ts';
import { threadQueries } from './queries/threadQueries.ts';
import { workQueries } from './queries/workQueries.ts';
import { writingQueries } from './queries/writingQueries.ts';
import { failure, FAILURES, success, type Failure } from './replies.ts';

export const QUERY_HANDLERS: QueryHandlers = {
    ...workQueries,
    ...spamQueries,
    ...targetQueries,
    ...writingQueries,
    ...directoryQueries,
    ...settingsQueries,
    ...helpQueries,
    ...macroQueries,
    ...threadQueries,
    ...tagQueries,
    ...bulkQueries,
    ...readingQueries,
    ...adminQueries,
    ...searchQueries,
    ...mailboxQueries,
    ...contentRuleQueries,
};

export interface QueryParts {
    readonly store: Store;
    readonly log: Logger;
    readonly display: QueryContext['display'];
    readonly inlineUrl: (attachmentId: number) => string;
    readonly mailboxes: QueryContext['mailboxes'];
    readonly mailReader: QueryContext['mailReader'];
    readonly observeQuery: (name: string, outcome: string, seconds: number) => void;
}

/** From a request to its reply; never throws. */
export async function runQuery(
    parts: QueryParts,
    caller: Caller,
    requested: { readonly name: QueryName; readonly args: unknown },
): Promise<Reply<unknown>> {
    const start = performance.now();
    const args = parse(QUERIES[requested.name].args, requested.args ?? {});
    // The schema that parsed the arguments is the one of this very name.
    const reply = args.ok
        ? await settle(parts, caller, requested.name, args.value as QueryArgs<QueryName>)
        : args;
    parts.observeQuery(requested.name, reply.ok ? 'done' : reply.code, (performance.now() - start) / 1_000);
    return reply;
}

async function settle<N extends QueryName>(
    parts: QueryParts,
    caller: Caller,
    name: N,
    args: QueryArgs<N>,
): Promise<Reply<unknown>> {
    const seen: { viewer: Viewer | null } = { viewer: null };
    try {
        const reply = await parts.store.snapshot(async (tx): Promise<Reply<unknown>> => {
            seen.viewer = await readViewer(tx, caller, tx.now);
            if (!seen.viewer) return FAILURES.signedOut;
            const no = await authorize(tx, seen.viewer, AUTHORIZATION[name], args as OperationArgs<N>);
            if (no) return no;
            const { display, inlineUrl, mailboxes, mailReader } = parts;
            const context = {
                tx,
                viewer: seen.viewer,
                now: tx.now,
                display,
                inlineUrl,
                mailboxes,
                mailReader,
            };
            const result = await QUERY_HANDLERS[name](context, args);
            return result === null ? failure('not_found', 'It does not exist any more.') : success(result);
        });
        if (!reply.ok) await auditQuery(parts, caller, seen.viewer, name, args, reply);
        return reply.ok && reply.value instanceof Later ? success(await reply.value.run()) : reply;
    } catch (error) {
        const temporary = isTemporary(error);
        parts.log[temporary ? 'warn' : 'error']({ query: name, err: logged(error) }, 'query failed');
        return temporary ? FAILURES.unavailable : FAILURES.failed;
    }
}

async function auditQuery(
    parts: QueryParts,
    caller: Caller,
    viewer: Viewer | null,
    name: QueryName,
    args: unknown,
    reply: Failure,
): Promise<void> {
    if (!isAudited(reply)) return;
    const detail = `${reply.code}: ${reply.message}`;
    await auditRefusal(parts.store, entryOf(caller, viewer, name, args, { outcome: 'refused', detail }));
}
