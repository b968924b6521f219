import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { ChaosOptions } from './options.ts';
import type { ChaosResult } from './runChaos.ts';
import type { Kill, Target } from './victims.ts';

const TARGETS: Readonly<Record<Target, string>> = {
    server: 'Patchbay server',
    database: 'PostgreSQL',
    imap: 'Dovecot (IMAP, LMTP)',
    smtp: 'outgoing mail server',
};

/** The load before the run: what else the machine had to do. */
export const machine = (): string => {
    const processors = cpus();
    const load = loadavg()[0]?.toFixed(1) ?? '?';
    return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}, load average at the start ${load}`;
};

/** The run as Markdown. */
export function chaosReport(options: ChaosOptions, result: ChaosResult, on: string): string {
    const { kills, checks, repeated, mails } = result;
    const failed = checks.filter(({ broken }) => broken.length > 0);
    const byKill = Map.groupBy(repeated, ({ kill }) => kill);
    const most = Math.max(0, ...[...byKill].map(([kill, copies]) => (kill ? copies.length : 0)));
    return [
        `## ${kills.length} kills, ${options.store === 'embedded' ? 'embedded PostgreSQL' : `PostgreSQL server with ${options.processes} processes`}`,
        '',
        `- Machine: ${on}`,
        `- Store: ${result.database}; ${options.processes} server ${options.processes === 1 ? 'process' : 'processes'}, ${options.agents} agents`,
        `- Seed ${options.seed}, one kill each ${options.every / 1_000} s on average; ${result.seconds} s in all, at rest ${result.quietAfter} s after the last kill${result.interrupted ? '; **interrupted**' : ''}`,
        ...(result.withoutImap ? [`- **Without IMAP**: ${result.withoutImap}`] : []),
        `- Mail in: ${mails.accepted} accepted, ${mails.byImap} of them through the IMAP mailbox, ${mails.replies} replies to ours; ${mails.retries} tries failed and were repeated`,
        `- The outgoing mail server refused everything for a while ${result.refusals} times`,
        `- What agents did: ${deedsOf(result)}`,
        '',
        '| killed (SIGKILL) | times | at a failpoint | back after (median, longest) |',
        '| --- | --: | --: | --- |',
        ...(Object.keys(TARGETS) as Target[]).map((target) => rowOf(target, kills)),
        '',
        `Mails sent again: ${repeated.length}, by ${[...byKill.keys()].filter(Boolean).length} of the kills, at most ${most} by one; ${repeated.filter(({ kill }) => kill === null).length} not explained by a kill.`,
        '',
        '| must hold | counted | |',
        '| --- | --- | --- |',
        ...checks.map(
            ({ name, counted, broken }) =>
                `| ${name} | ${counted} | ${broken.length === 0 ? 'holds' : `**${broken.length} broken**`} |`,
        ),
        '',
        ...failed.flatMap(({ name, broken }) => [
            `- **${name}**`,
            ...broken.slice(0, 5).map((one) => `    - ${one.slice(0, 400)}`),
        ]),
        ...(failed.length > 0 ? [''] : []),
    ].join('\n');
}

const deedsOf = ({ deeds }: ChaosResult): string =>
    Object.entries(deeds)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([deed, n]) => `${deed} ${n}`)
        .join(', ');

function rowOf(target: Target, kills: readonly Kill[]): string {
    const mine = kills.filter((kill) => kill.target === target);
    const back = mine
        .flatMap(({ at, backAt }) => (backAt === null ? [] : [backAt - at]))
        .sort((a, b) => a - b);
    const shown = (ms: number | undefined): string =>
        ms === undefined ? '–' : `${(ms / 1_000).toFixed(1)} s`;
    const placed = mine.filter(({ what }) => what.includes(':')).length;
    return `| ${TARGETS[target]} | ${mine.length} | ${placed} | ${shown(back[Math.floor(back.length / 2)])}, ${shown(back.at(-1))} |`;
}
