import { openPool } from '../../adapter-server/src/storage/database.ts';
import type { Benchmark, MeasuredRow } from './benchmark.ts';
import { measureSearches, prepareSearch, type SearchTimes } from './search/measureSearch.ts';
import { ONE_MILLION } from './search/searchData.ts';
import { percentile } from './statistics.ts';

const MOST_MS = 150;
/** Of each kind, in each round. */
const EACH = 10;

/** E10: mail is found at once, however much of it there is and whoever may read how little of it. */
export const search: Benchmark = {
    name: 'search',
    what: 'The first 50 hits among 1,000,000 messages in about 300,000 interactions, newest first, over a fixed mix.',
    async run({ rounds, seed, openDatabase, progress }) {
        const database = await openDatabase();
        const pool = openPool({ connectionString: database.url }, (error) => progress(error.message));
        try {
            await prepareSearch(pool, ONE_MILLION, progress);
            const measured: SearchTimes[][] = [];
            for (let round = 1; round <= rounds; round += 1) {
                measured.push(await measureSearches(pool, ONE_MILLION, { seed: seed + round, each: EACH }));
                progress(`round ${round} of ${rounds}`);
            }
            const kinds = (measured[0] ?? []).map(({ name }, n) => ({
                name,
                times: measured.flatMap((round) => round[n]?.times ?? []),
            }));
            const all = kinds.flatMap(({ times }) => times);
            return [
                row('the whole mix, p50', all, 0.5),
                {
                    ...row('the whole mix, p95', all, 0.95),
                    target: { of: 'ours', at: 'most', value: MOST_MS },
                },
                row('the whole mix, p99', all, 0.99),
                ...kinds.map(({ name, times }) => row(`${name}, p95`, times, 0.95)),
            ];
        } finally {
            await pool.end();
            await database.drop();
        }
    },
};

const row = (name: string, times: readonly number[], share: number): MeasuredRow => ({
    name,
    unit: 'ms',
    ours: percentile(times, share),
    reference: null,
    target: null,
    count: times.length,
});
