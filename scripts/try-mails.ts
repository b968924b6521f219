import { existsSync } from 'node:fs';
import { Leftovers } from '../adapter-server/test/chaos/leftovers.ts';
import { tryMails, type Tried } from '../adapter-server/test/mails/tryMails.ts';

/**
 * `npm run try-mails -- DIR [--summary]`: every mail of a folder (.eml or any raw file, mbox too, folders within) by real
 * SMTP to a throw-away server, and what became of each. Nothing leaves this machine. The exit code is 1 where one was
 * lost, refused or could not be shown, or an acknowledgement went twice.
 */
const args = process.argv.slice(2);
const summaryOnly = args.includes('--summary');
const [folder = ''] = args.filter((arg) => !arg.startsWith('--'));
if (!existsSync(folder)) {
    console.error('npm run try-mails -- DIR [--summary]: name a folder with mails');
    process.exit(2);
}
const leftovers = new Leftovers();
const end = (): void => process.exit(130);
process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end);
if (process.channel) {
    process.on('disconnect', end);
    process.channel.unref();
}

const line = ({ name, outcome, kind, acknowledged, why, signs, took }: Tried): string =>
    [
        name.padEnd(44),
        outcome.padEnd(11),
        kind.padEnd(12),
        (acknowledged ? 'acknowledged' : '–').padEnd(12),
        `${took} ms`.padStart(8),
        [why, signs.join(', ')].filter((text) => text !== '').join('  '),
    ].join('  ');

try {
    const { tried, acknowledgements } = await tryMails(folder, {
        leftovers,
        report: (one) => {
            if (!summaryOnly || one.outcome === 'lost' || one.outcome === 'quarantined')
                console.log(line(one));
        },
    });
    console.log(`\n${summary(tried)}`);
    const { written, received, twice } = acknowledgements;
    console.log(`\nAcknowledgements: ${written} written, ${received} received, ${twice} of them twice.`);
    const lost = tried.filter(({ outcome }) => outcome === 'lost');
    if (lost.length > 0) console.log(`\n${lost.length} lost:\n${lost.map(line).join('\n')}`);
    process.exitCode = lost.length > 0 || twice > 0 || written !== received || tried.length === 0 ? 1 : 0;
} catch (error) {
    console.error(error);
    process.exitCode = 1;
} finally {
    await leftovers.close();
}
process.exit();

/** A line a folder: what our classification and its acknowledgements say of it. */
function summary(tried: readonly Tried[]): string {
    const of = (name: string): string => (name.includes('/') ? (name.split('/')[0] ?? '') : '.');
    const rows = [...Map.groupBy(tried, ({ name }) => of(name))].map(([folderName, mails]) => {
        const n = (choose: (one: Tried) => boolean): string => String(mails.filter(choose).length);
        const threads = mails.filter(({ outcome }) => outcome === 'stored');
        const acknowledged = threads.filter((one) => one.acknowledged).length;
        const times = mails.map(({ took }) => took).sort((a, b) => a - b);
        return [
            folderName,
            String(mails.length),
            ...(['stored', 'threaded', 'duplicate', 'quarantined', 'lost'] as const).map((outcome) =>
                n((one) => one.outcome === outcome),
            ),
            n(({ kind }) => kind !== '' && kind !== 'human'),
            n(({ kind }) => kind === 'human'),
            `${acknowledged} (${((100 * acknowledged) / Math.max(1, threads.length)).toFixed(1)} %)`,
            `${times[Math.floor(times.length / 2)] ?? 0} / ${times.at(-1) ?? 0} ms`,
        ];
    });
    const head = [
        'folder',
        'mails',
        'stored',
        'threaded',
        'duplicate',
        'quarantined',
        'lost',
        'automatic',
        'human',
        'acknowledged',
        'median / longest',
    ];
    const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]?.length ?? 0)));
    return [head, ...rows]
        .map((row) => row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  '))
        .join('\n');
}
