import sanitizeHtml from 'sanitize-html';
import { createMailParser } from '../../adapter-server/src/channels/email/parsing/parseMail.ts';
import type { Benchmark, MeasuredRow } from './benchmark.ts';
import { openCenter } from './center.ts';
import { hostileMails, plainMegabyte, type HostileMail } from './html/hostileMails.ts';
import { openReader, type MailReader } from './html/reader.ts';
import { median, timed } from './statistics.ts';

const MOST_MS = 200;
/** Of other kinds than those measured: the server has read mail before, and no mail is read twice. */
const WARM_UP = 20;

interface Times {
    readonly takenIn: number[];
    readonly shown: number[];
    /** Of the server's process while it was shown: what a machine that does nothing else would need at least. */
    readonly processor: number[];
    quarantined: boolean;
}

/**
 * E6: mail that was made to hurt is shown as fast as any other. Taking it in (parsing in the worker) happens once,
 * before anybody waits; showing it is what an agent waits for: the query that a click sends, from the stored message to
 * the reply as it goes out, for a mail that nobody has opened before.
 */
export const html: Benchmark = {
    name: 'html',
    what: 'From a click to a stored mail as safe HTML, opened for the first time, against one plain sanitize-html pass over 1 MB; and what parsing it took when it came.',
    async run({ rounds, progress, openDatabase }) {
        const center = await openCenter(await openDatabase(), { interactions: 0, agents: 1, capacity: 1 });
        const parser = createMailParser({ workers: 1 });
        const reader = openReader(center, parser);
        const reference: number[] = [];
        const times = new Map(
            hostileMails('').map(({ name }): [string, Times] => [
                name,
                { takenIn: [], shown: [], processor: [], quarantined: false },
            ]),
        );
        try {
            await warmUp(reader);
            for (let round = 1; round <= rounds; round += 1) {
                reference.push(await timed(() => Promise.resolve(sanitizeHtml(plainMegabyte))));
                const mails = hostileMails(`round ${round}`);
                const stored: (readonly [string, number])[] = [];
                for (const mail of mails) stored.push(...(await takeIn(reader, mail, times)));
                for (const [name, id] of stored) {
                    const before = process.cpuUsage();
                    times.get(name)?.shown.push(await timed(() => reader.show(id)));
                    const { user, system } = process.cpuUsage(before);
                    times.get(name)?.processor.push((user + system) / 1_000);
                }
                progress(`round ${round} of ${rounds}`);
            }
        } finally {
            await parser.close();
            await center.close();
        }
        return [...times].flatMap(([name, of]) => rowsOf(name, of, median(reference)));
    },
};

async function warmUp(reader: MailReader): Promise<void> {
    for (let n = 0; n < WARM_UP; n += 1) {
        const [mail] = hostileMails(`warm-up ${n}`);
        if (mail) await reader.show((await reader.takeIn(mail.raw())).interactionId);
    }
}

/** All of a round are taken in before any is opened, as nobody opens a mail while it arrives. */
async function takeIn(
    reader: MailReader,
    mail: HostileMail,
    times: Map<string, Times>,
): Promise<(readonly [string, number])[]> {
    const of = times.get(mail.name);
    const { parsing, interactionId } = await reader.takeIn(mail.raw());
    of?.takenIn.push(parsing);
    if (interactionId !== null) return [[mail.name, interactionId]];
    if (of) of.quarantined = true;
    return [];
}

function rowsOf(
    name: string,
    { takenIn, shown, processor, quarantined }: Times,
    reference: number,
): MeasuredRow[] {
    const row = { unit: 'ms', reference } as const;
    const target = { of: 'ours', at: 'most', value: MOST_MS } as const;
    const parsed: MeasuredRow = {
        ...row,
        name: quarantined ? `${name}: quarantined, with the reason` : `${name}: parsed when it came`,
        ours: median(takenIn),
        target: quarantined ? target : null,
        count: takenIn.length,
    };
    if (quarantined) return [parsed];
    const count = shown.length;
    return [
        { ...row, name: `${name}: shown`, ours: median(shown), target, count },
        { ...row, name: `${name}: processor time of that`, ours: median(processor), target: null, count },
        parsed,
    ];
}
