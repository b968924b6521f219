import type pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { Scheduler } from '../../adapter-server/src/scheduler/scheduler.ts';
import { runDueTimers } from '../../adapter-server/src/workflows/runDueTimers.ts';
import type { BenchContext, Benchmark, MeasuredRow } from './benchmark.ts';
import { growth } from './benchmark.ts';
import { openCenter, type BenchCenter } from './center.ts';
import { percentile } from './statistics.ts';

const PENDING = 100_000;
const DUE = 100;
const EVERY = 20;
const LATEST_MS = 20;

/** Deadlines are rows: whatever else is pending, one that is due has its effect at once. */
export const timers: Benchmark = {
    name: 'timers',
    what: `How late a due follow-up is committed, one every ${EVERY} ms, with ${PENDING} other timers pending, against one committed row from a plain setTimeout.`,
    async run(context) {
        const rows: MeasuredRow[] = [];
        for (const size of context.sizes) rows.push(...(await measure(context, size)));
        // By the median: the p99 of five hundred is what the machine did in five moments.
        const [, first] = rows;
        const last = rows.at(-1);
        return first && last && first !== last
            ? [...rows, growth('growth of the median lateness', first, last)]
            : rows;
    },
};

async function measure(
    { rounds, progress, openDatabase }: BenchContext,
    size: number,
): Promise<MeasuredRow[]> {
    const center = await openCenter(await openDatabase(), { interactions: size, agents: 1, capacity: 1 });
    const ours: number[] = [];
    const reference: number[] = [];
    try {
        await center.pool.query(
            'create table bench_rows (id int generated always as identity primary key, n int)',
        );
        await center.pool.query(
            `insert into timers (kind, subject_id, due_at) select 'follow_up', 1000000000 + n, $2::bigint + n from generate_series(1, $1::int) n`,
            [PENDING, center.clock.now() + 3_600_000],
        );
        await center.pool.query('vacuum analyze');
        for (let round = 0; round <= rounds; round += 1) {
            const theirs = await latenessOfCommits(center.pool);
            const own = await latenessOfTimers(center);
            if (round === 0) continue;
            reference.push(...theirs);
            ours.push(...own);
            progress(
                `${size} stored, round ${round} of ${rounds}: p99 ${percentile(own, 0.99).toFixed(1)} ms against ${percentile(theirs, 0.99).toFixed(1)} ms`,
            );
        }
    } finally {
        await center.close();
    }
    const row = (name: string, share: number, target: MeasuredRow['target']): MeasuredRow => ({
        name: `${name}, ${size} stored`,
        unit: 'ms',
        ours: percentile(ours, share),
        // A commit's own is next to nothing at the median.
        reference: target ? percentile(reference, share) : null,
        target,
        count: ours.length,
    });
    return [
        row('p99 lateness', 0.99, { of: 'ours', at: 'most', value: LATEST_MS }),
        row('median lateness', 0.5, null),
    ];
}

async function latenessOfCommits(pool: pg.Pool): Promise<number[]> {
    const began = performance.now() + EVERY;
    const one = async (n: number): Promise<number> => {
        const due = began + n * EVERY;
        await pause(Math.max(0, due - performance.now()));
        await pool.query({ name: 'bench_row', text: 'insert into bench_rows (n) values ($1)', values: [1] });
        return performance.now() - due;
    };
    return Promise.all(Array.from({ length: DUE }, (_one, n) => one(n)));
}

async function latenessOfTimers(center: BenchCenter): Promise<number[]> {
    const { pool, store, clock } = center;
    const began = clock.now() + 200;
    const { rows } = await pool.query<{ id: number; follow_up_at: number }>(
        `update interactions set status = 'pending', routing_state = 'idle', queued_at = null, follow_up_at = $2::bigint + id * $3::int
         where id <= $1 returning id, follow_up_at`,
        [DUE, began, EVERY],
    );
    await pool.query(
        `insert into timers (kind, subject_id, due_at) select 'follow_up', id, follow_up_at from interactions where id <= $1`,
        [DUE],
    );
    const due = new Map(rows.map((row) => [row.id, Number(row.follow_up_at)]));
    const late: number[] = [];
    let done: () => void = () => undefined;
    const all = new Promise<void>((resolve) => (done = resolve));
    center.onCommit = ({ interactions }) => {
        for (const id of interactions) late.push(clock.now() - (due.get(id) ?? 0));
        if (late.length >= DUE) done();
    };
    const scheduler = new Scheduler(
        {
            timers: () => runDueTimers(store, (error) => console.error(error)),
            routing: () => Promise.resolve(),
            sweep: () => Promise.resolve(),
            outbox: () => Promise.resolve(0),
            tidy: () => Promise.resolve(),
            sampleClock: () => Promise.resolve(),
            index: () => Promise.resolve(false),
        },
        clock,
        (_name, error) => console.error(error),
    );
    scheduler.start();
    await all;
    center.onCommit = () => undefined;
    await scheduler.stop();
    return late;
}
