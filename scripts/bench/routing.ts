import type pg from 'pg';
import { drainQueue } from '../../adapter-server/src/workflows/routing/drain.ts';
import type { Signals } from '../../adapter-server/src/storage/signals.ts';
import { drainWoken } from '../../adapter-server/src/workflows/drainWoken.ts';
import { aParsedMail } from '../../adapter-server/test/receivedMail.ts';
import type { BenchContext, Benchmark, MeasuredRow } from './benchmark.ts';
import { growth } from './benchmark.ts';
import { openCenter, SUPPORT, type BenchCenter } from './center.ts';
import { median, timed } from './statistics.ts';

const BACKLOG = 2_000;
const CALLERS = 16;
const AGENTS = 50;
const LONE = 20;
const MOST_COMMITS = 3;

/** R1: a line that has grown long is worked off as fast as the store takes single rows. */
export const routing: Benchmark = {
    name: 'routing',
    what: `Assignments a second out of a line of ${BACKLOG}, against single-row inserts committed by ${CALLERS} callers on the same store; how long a lone mail that is stored waits for the commit that offers it, what its offer adds to the commit that stores it, and how long what comes into an empty line otherwise waits there, against one commit.`,
    async run(context) {
        const rows: MeasuredRow[] = [];
        for (const size of context.sizes) rows.push(...(await measure(context, size)));
        const [rate, , , line] = rows;
        const [lastRate, , , lastLine] = rows.slice(-4);
        if (!rate || !line || !lastRate || !lastLine || rate === lastRate) return rows;
        return [
            ...rows,
            growth('growth of the cost of an assignment', rate, lastRate),
            growth('growth of the way through a line', line, lastLine),
        ];
    },
};

async function measure(
    { rounds, progress, openDatabase }: BenchContext,
    size: number,
): Promise<MeasuredRow[]> {
    const options = { interactions: size, agents: AGENTS, capacity: 10_000 };
    const center = await openCenter(await openDatabase(), options);
    const assigned: number[] = [];
    const inserted: number[] = [];
    /** Milliseconds, each. */
    const waited: number[] = [];
    const added: number[] = [];
    const inLine: number[] = [];
    const committed: number[] = [];
    try {
        await center.pool.query(
            'create table bench_rows (id int generated always as identity primary key, n int)',
        );
        for (let round = 0; round <= rounds; round += 1) {
            const rate = BACKLOG / (await insertSingly(center.pool));
            const drained = await drainBacklog(center);
            for (let n = 0; n < LONE; n += 1) {
                const commit = await timed(() => insertOne(center.pool));
                const kept = await timeLoneMail(center, false);
                const offered = await timeLoneMail(center, true);
                const line = await timeThroughLine(center);
                if (round === 0) continue;
                committed.push(commit);
                waited.push(offered.offered ?? 0);
                added.push(offered.stored - kept.stored);
                inLine.push(line);
            }
            if (round === 0) continue;
            inserted.push(rate);
            assigned.push(BACKLOG / drained);
            progress(
                `${size} stored, round ${round} of ${rounds}: ${Math.round(BACKLOG / drained)}/s against ${Math.round(rate)}/s`,
            );
        }
    } finally {
        await center.close();
    }
    return [
        {
            name: `assignments, ${size} stored`,
            unit: '/s',
            ours: median(assigned),
            reference: median(inserted),
            target: { of: 'ratio', at: 'least', value: 1 },
            count: assigned.length * BACKLOG,
        },
        {
            name: `a lone mail to its offer, ${size} stored`,
            unit: 'ms',
            ours: median(waited),
            reference: median(committed),
            target: { of: 'ratio', at: 'most', value: MOST_COMMITS },
            count: waited.length,
        },
        {
            name: `what its offer adds to its commit, ${size} stored`,
            unit: 'ms',
            ours: median(added),
            reference: median(committed),
            target: null,
            count: added.length,
        },
        {
            name: `into an empty line and out of it, ${size} stored`,
            unit: 'ms',
            ours: median(inLine),
            reference: median(committed),
            target: null,
            count: inLine.length,
        },
    ];
}

const insertOne = (pool: pg.Pool): Promise<unknown> =>
    pool.query({ name: 'bench_row', text: 'insert into bench_rows (n) values ($1)', values: [1] });

/** Seconds. */
async function insertSingly(pool: pg.Pool): Promise<number> {
    let left = BACKLOG;
    const caller = async (): Promise<void> => {
        while (left-- > 0) await insertOne(pool);
    };
    return (await timed(() => Promise.all(Array.from({ length: CALLERS }, caller)))) / 1_000;
}

async function drainBacklog(center: BenchCenter): Promise<number> {
    await queueUp(center, BACKLOG);
    let total = 0;
    const took = await timed(async () => {
        total = await drainQueue(center.store, center.queueId, 'email');
    });
    await letGo(center);
    if (total !== BACKLOG) throw new Error(`the drain assigned ${total} of ${BACKLOG}`);
    return took / 1_000;
}

interface LoneMail {
    /** Milliseconds from the parsed mail to the commit that makes it durable. */
    readonly stored: number;
    /** Milliseconds from there to the commit that offers it; null where nobody was free for it. */
    readonly offered: number | null;
}
let mails = 0;
/** Of a new customer, to a server whose drains are woken by its commits. */
async function timeLoneMail(center: BenchCenter, isSomebodyFree: boolean): Promise<LoneMail> {
    mails += 1;
    const status = isSomebodyFree ? 'available' : 'unavailable';
    await center.pool.query('update agents set chosen_status = $1', [status]);
    const parsed = aParsedMail({
        from: { name: 'Lone', address: `lone.${mails}@customer.example.com` },
        messageId: `<lone.${mails}@customer.example.com>`,
        contentHash: `lone-${mails}`,
    });
    const mail = {
        origin: { kind: 'smtp', mailboxId: null, cursor: null },
        envelopeFrom: parsed.from?.address ?? null,
        envelopeTo: [SUPPORT],
        raw: Buffer.from(`lone ${mails}`),
        content: { parsed },
    } as const;
    const commits: { at: number; woke: Signals }[] = [];
    center.onCommit = (woke) => commits.push({ at: performance.now(), woke });
    const began = performance.now();
    await center.receive.received(mail);
    for (const { woke } of [...commits]) await drainWoken(center.store, woke);
    center.onCommit = () => undefined;
    const [storing] = commits;
    const offering = commits.find(({ woke }) => woke.streams.size > 0);
    if (!storing || (offering !== undefined) !== isSomebodyFree)
        throw new Error(`a lone mail was ${offering ? '' : 'not '}offered while everybody was ${status}`);
    await center.pool.query(`update agents set chosen_status = 'available'`);
    await letGo(center);
    return { stored: storing.at - began, offered: offering ? offering.at - storing.at : null };
}

/** Until the commit after which its agent's browser is told. */
async function timeThroughLine(center: BenchCenter): Promise<number> {
    await queueUp(center, 1);
    const began = performance.now();
    const told = new Promise<number>((resolve) => {
        center.onCommit = ({ streams }) => streams.size > 0 && resolve(performance.now() - began);
    });
    await drainQueue(center.store, center.queueId, 'email');
    const took = await told;
    center.onCommit = () => undefined;
    await letGo(center);
    return took;
}

const queueUp = ({ pool, clock, queueId }: BenchCenter, count: number): Promise<unknown> =>
    pool.query(
        `insert into interactions (channel, status, subject, customer_id, queue_id, routing_state, routing_since, queued_at,
             waiting_since, created_at, last_activity_at)
         select 'email', 'new', 'Waiting ' || n, 1, $2, 'queued', $3::bigint, $3::bigint + n, $3::bigint, $3::bigint, $3::bigint from generate_series(1, $1::int) n`,
        [count, queueId, clock.now()],
    );

/** As if all had been answered and dismissed. */
async function letGo({ pool }: BenchCenter): Promise<void> {
    await pool.query(`update offers set outcome = 'withdrawn' where outcome = 'ringing'`);
    await pool.query(
        `update interactions set routing_state = 'idle', agent_id = null, status = 'closed' where routing_state in ('offered', 'queued')`,
    );
    await pool.query('update agent_channels set load = 0');
    await pool.query('delete from timers');
}
