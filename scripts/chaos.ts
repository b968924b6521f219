import { appendFileSync } from 'node:fs';
import { Leftovers } from '../adapter-server/test/chaos/leftovers.ts';
import { CHAOS_USAGE, chaosOptions, type ChaosOptions } from '../adapter-server/test/chaos/options.ts';
import { chaosReport, machine } from '../adapter-server/test/chaos/report.ts';
import { runChaos } from '../adapter-server/test/chaos/runChaos.ts';
import { lastLine } from './run/counts.ts';

/** `npm run chaos`: see CHAOS_USAGE. The last line sums up the checks; the exit code is 1 where one does not hold. */
const options = readOrExit();
const began = performance.now();
const say = (line: string): void =>
    console.error(`${String(Math.round((performance.now() - began) / 1_000)).padStart(5)} s  ${line}`);

/** Nothing of the run outlives this, whatever hangs. */
const hardLimit = setTimeout(
    () => {
        console.error('The run took too long; it is ended.');
        process.exit(1);
    },
    (options.minutes * 2 + 20) * 60_000,
);
hardLimit.unref();

const leftovers = new Leftovers();
const stop = new AbortController();
const interrupted = (): void => {
    if (stop.signal.aborted) process.exit(130);
    say('stopping: no more kills, then the checks; once more ends it at once');
    stop.abort();
};
process.on('SIGINT', interrupted).on('SIGTERM', interrupted).on('SIGHUP', interrupted);
if (process.channel) {
    process.on('disconnect', () => process.exit(1));
    process.channel.unref();
}

try {
    const on = machine();
    say(
        `seed ${options.seed}: ${options.kills} kills, store ${options.store}, ${options.processes} server(s)`,
    );
    const result = await runChaos(options, { leftovers, stop: stop.signal, report: say });
    const report = chaosReport(options, result, on);
    if (options.report !== null) appendFileSync(options.report, `\n${report}`);
    console.log(options.json ? JSON.stringify({ options, machine: on, ...result }) : report);
    const failed = result.checks.filter(({ broken }) => broken.length > 0).length;
    const enough = result.kills.length >= options.kills;
    if (!enough) say(`only ${result.kills.length} of ${options.kills} kills in the time there was`);
    const skipped = (result.withoutImap === null ? 0 : 1) + (enough ? 0 : 1);
    if (!options.json)
        console.log(`\n${lastLine({ passed: result.checks.length - failed, failed, skipped })}`);
    process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
    console.error(error);
    console.log(`\n${lastLine({ passed: 0, failed: 1, skipped: 0 })}`);
    process.exitCode = 1;
} finally {
    await leftovers.close();
    clearTimeout(hardLimit);
}
process.exit();

function readOrExit(): ChaosOptions {
    if (process.argv.includes('--help')) {
        console.log(CHAOS_USAGE);
        process.exit(0);
    }
    try {
        return chaosOptions(process.argv.slice(2), process.env);
    } catch (error) {
        console.error(`${error instanceof Error ? error.message : String(error)}\n\n${CHAOS_USAGE}`);
        process.exit(2);
    }
}
