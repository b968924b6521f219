import type pg from 'pg';
import { presentSearch } from '../../adapter-server/src/gateway/presenters/search.ts';
import { searchInteractions } from '../../adapter-server/src/queries/search/searchInteractions.ts';
import { readViewer } from '../../adapter-server/src/queries/viewer.ts';
import { Store } from '../../adapter-server/src/storage/transaction.ts';
import { indexMessages } from '../../adapter-server/src/workflows/indexMessages.ts';
import { Random } from '../../adapter-server/test/random.ts';
import { fillWithMail, ONE_MILLION, SEED, timeOf, type SearchDataSize } from './search/searchData.ts';
import { searchMix, type SearchCase } from './search/searchMix.ts';

export interface SearchRow {
    readonly name: string;
    readonly found: number;
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
}
const EACH = 20;
const PAGE = 50;

/**
 * E10 at 1,000,000 messages: each query as the gateway runs it (who asks is read, one snapshot, what is shown of 50
 * hits made), one after the other, the kinds interleaved. In milliseconds.
 */
export async function benchSearch(
    pool: pg.Pool,
    size: SearchDataSize,
    seed: number,
): Promise<{ rows: SearchRow[]; all: SearchRow }> {
    const store = storeOn(pool, size);
    const random = new Random(seed);
    const taken = new Map<string, number[]>();
    const found = new Map<string, number>();
    const ids = await usernames(pool);
    for (let round = 0; round < EACH; round += 1)
        for (const one of searchMix(size)) {
            const { took, hits } = await measure(store, one, one.query(random, size), ids.get(one.who) ?? 0);
            taken.set(one.name, [...(taken.get(one.name) ?? []), took]);
            found.set(one.name, Math.max(hits, found.get(one.name) ?? 0));
        }
    const rows = [...taken].map(([name, times]) => rowOf(name, times, found.get(name) ?? 0));
    return { rows, all: rowOf('the whole mix', [...taken.values()].flat(), PAGE) };
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
): Promise<{ took: number; hits: number }> {
    const ask = (cursor: string | null) =>
        store.snapshot(async (tx) => {
            const viewer = await readViewer(tx, { agentId, sessionId: null }, tx.now);
            if (!viewer) throw new Error(`there is no agent ${agentId}`);
            const answer = await searchInteractions(tx, viewer, { query, cursor, limit: PAGE });
            return presentSearch(answer, { names: answer.names, viewer, now: tx.now });
        });
    const cursor = secondPage === true ? (await ask(null)).next : null;
    const start = performance.now();
    const { items } = await ask(cursor);
    return { took: performance.now() - start, hits: items.length };
}

function rowOf(name: string, times: number[], found: number): SearchRow {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number): number =>
        sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
    return { name, found, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
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

export const searchSeeds = [SEED, SEED + 1, SEED + 2] as const;
