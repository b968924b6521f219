import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { openTestDatabase } from '../adapter-server/test/database.ts';
import type { BenchContext, Benchmark } from './bench/benchmark.ts';
import { holds } from './bench/benchmark.ts';
import { delivery } from './bench/delivery.ts';
import { html } from './bench/html.ts';
import { intake } from './bench/intake.ts';
import { readOptions, USAGE, type BenchOptions } from './bench/options.ts';
import { describeStore, factLines, markdown, resultLine, type Measured } from './bench/report.ts';
import { routing } from './bench/routing.ts';
import { search } from './bench/search.ts';
import { openBenchStore } from './bench/store.ts';
import { timers } from './bench/timers.ts';

/**
 * `npm run bench`: what this installation's machine and store do, each value beside a reference of the same run. It
 * exits with 0 where every target holds, with 1 where one is missed or could not be measured.
 */
const benchmarks: readonly Benchmark[] = [intake, delivery, routing, timers, html, search];

const started = performance.now();
const progress = (line: string): void =>
    console.log(`${String(Math.round((performance.now() - started) / 1_000)).padStart(5)} s  ${line}`);

function optionsOrEnd(): BenchOptions {
    try {
        return readOptions(
            process.argv.slice(2),
            benchmarks.map(({ name }) => name),
        );
    } catch (error) {
        console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
        process.exit(2);
    }
}

async function measure(benchmark: Benchmark, context: BenchContext): Promise<Measured> {
    progress(`── ${benchmark.name}: ${benchmark.what}`);
    try {
        const rows = await benchmark.run(context);
        for (const row of rows) progress(resultLine(row));
        return { benchmark, rows, failed: null };
    } catch (error) {
        const failed = error instanceof Error ? error.message : String(error);
        progress(`NOT MEASURED: ${failed}`);
        return { benchmark, rows: [], failed };
    }
}

const options = optionsOrEnd();
const loadBefore = loadavg()[0] ?? 0;
const store = await openBenchStore(options.store);
// The harness makes its databases from a migrated template on this server.
process.env['TEST_DATABASE_URL'] = store.url;
try {
    const probe = await openTestDatabase({ max: 1 });
    const description = await describeStore(probe.pool, options.store).finally(() => probe.drop());
    progress(description);
    const context = { ...options, progress, openDatabase: () => openTestDatabase({ max: 16 }) };
    const measured: Measured[] = [];
    for (const benchmark of benchmarks.filter(({ name }) => options.only?.includes(name) ?? true))
        measured.push(await measure(benchmark, context));
    const seconds = (performance.now() - started) / 1_000;
    const facts = { ...options, store: description, seconds, loadBefore };
    const missed = measured.flatMap(({ rows }) => rows).filter((row) => !holds(row)).length;
    const failed = measured.filter((one) => one.failed !== null).length;
    for (const line of factLines(facts)) console.log(line);
    if (options.report !== null) writeFileSync(options.report, markdown(facts, measured));
    console.log(`${missed} targets missed, ${failed} benchmarks not measured`);
    process.exitCode = missed + failed > 0 ? 1 : 0;
} finally {
    await store.stop();
}
