import type pg from 'pg';
import { presentSearch } from '../../../adapter-server/src/gateway/presenters/search.ts';
import { searchInteractions } from '../../../adapter-server/src/queries/search/searchInteractions.ts';
import { readViewer } from '../../../adapter-server/src/queries/viewer.ts';
import { Store } from '../../../adapter-server/src/storage/transaction.ts';
import { indexMessages } from '../../../adapter-server/src/workflows/indexMessages.ts';
import { Random } from '../../../adapter-server/test/random.ts';
import { fillWithMail, ONE_MILLION, timeOf, type SearchDataSize } from './searchData.ts';
import { searchMix, type SearchCase } from './searchMix.ts';

/** What one kind of search took, in milliseconds. */
export interface SearchTimes {
    readonly name: string;
    readonly times: readonly number[];
}
const PAGE = 50;

/**
 * Each search as the gateway runs it: who asks is read, one snapshot, what is shown of 50 hits made. One after the
 * other, the kinds interleaved, each `each` times.
 */
export async function measureSearches(
    pool: pg.Pool,
    size: SearchDataSize,
    { seed, each }: { readonly seed: number; readonly each: number },
): Promise<SearchTimes[]> {
    const store = storeOn(pool, size);
    const random = new Random(seed);
    const taken = new Map<string, number[]>();
    const ids = await usernames(pool);
    for (let round = 0; round < each; round += 1)
        for (const one of searchMix(size)) {
            const took = await measure(store, one, one.query(random, size), ids.get(one.who) ?? 0);
            taken.set(one.name, [...(taken.get(one.name) ?? []), took]);
        }
    return [...taken].map(([name, times]) => ({ name, times }));
}

/** Fills an empty database of the newest schema, and indexes it by the way that a server does. */
export async function prepareSearch(
    pool: pg.Pool,
    size: SearchDataSize = ONE_MILLION,
    progress: (what: string) => void = () => undefined,
): Promise<void> {
    await fillWithMail(pool, size, (done) => {
        if (done % 100_000 === 0) progress(`${done} messages stored`);
    });
    const store = storeOn(pool, size);
    for (let done = 1_000; await indexMessages(store, 1_000); done += 1_000)
        if (done % 100_000 === 0) progress(`${done} messages indexed`);
    await pool.query('vacuum analyze message_search');
}

async function measure(
    store: Store,
    { secondPage }: SearchCase,
    query: string,
    agentId: number,
): Promise<number> {
    const ask = (cursor: string | null) =>
        store.snapshot(async (tx) => {
            const viewer = await readViewer(tx, { agentId, sessionId: null }, tx.now);
            if (!viewer) throw new Error(`there is no agent ${agentId}`);
            const answer = await searchInteractions(tx, viewer, { query, cursor, limit: PAGE });
            return presentSearch(answer, { names: answer.names, viewer, now: tx.now });
        });
    const cursor = secondPage === true ? (await ask(null)).next : null;
    const start = performance.now();
    await ask(cursor);
    return performance.now() - start;
}

const storeOn = (pool: pg.Pool, size: SearchDataSize): Store =>
    new Store({
        pool,
        clock: { now: () => timeOf(size.messages) },
        failpoint: () => undefined,
        onCommit: () => undefined,
    });
async function usernames(pool: pg.Pool): Promise<Map<string, number>> {
    const { rows } = await pool.query<{ id: number; username: string }>('select id, username from agents');
    return new Map(rows.map(({ id, username }) => [username, id]));
}
