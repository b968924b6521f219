import sanitizeHtml from 'sanitize-html';
import { foldQuoted } from '../../adapter-server/src/channels/email/display/foldQuoted.ts';
import { foldQuotedHtml } from '../../adapter-server/src/channels/email/display/foldQuotedHtml.ts';
import { presentHtml } from '../../adapter-server/src/channels/email/display/presentHtml.ts';
import {
    createMailParser,
    type MailParser,
} from '../../adapter-server/src/channels/email/parsing/parseMail.ts';
import type { Benchmark, MeasuredRow } from './benchmark.ts';
import { hostileMails, plainMegabyte } from './html/hostileMails.ts';
import { median, timed } from './statistics.ts';

const MOST_MS = 200;

/** E6: mail that was made to hurt is read and shown as fast as any other. */
export const html: Benchmark = {
    name: 'html',
    what: 'Parsing a mail in its worker and making it safe to show, against one plain sanitize-html pass over 1 MB.',
    async run({ rounds, progress }) {
        const parser = createMailParser({ workers: 1 });
        const mails = hostileMails();
        const times = new Map<string, number[]>(mails.map(({ name }) => [name, []]));
        const reference: number[] = [];
        try {
            await readAndShow(parser, mails[0]?.raw ?? new Uint8Array());
            for (let round = 1; round <= rounds; round += 1) {
                reference.push(await timed(() => Promise.resolve(sanitizeHtml(plainMegabyte))));
                for (const { name, raw } of mails)
                    times.get(name)?.push(await timed(() => readAndShow(parser, raw)));
                progress(`round ${round} of ${rounds}`);
            }
        } finally {
            await parser.close();
        }
        return [...times].map(([name, samples]): MeasuredRow => ({
            name,
            unit: 'ms',
            ours: median(samples),
            reference: median(reference),
            target: { of: 'ours', at: 'most', value: MOST_MS },
            count: samples.length,
        }));
    },
};

/** What the intake and the gateway do with it, from the bytes to what a browser gets. */
async function readAndShow(parser: MailParser, raw: Uint8Array): Promise<void> {
    const outcome = await parser.parseMail(raw, { timeoutMs: 15_000 });
    if (!('parsed' in outcome)) return;
    const { parsed } = outcome;
    foldQuoted(parsed.text.slice(0, 1_000_000));
    if (parsed.html === null) return;
    const options = { cidUrl: (): string => '/x', showRemote: false };
    const { visible, quoted } = foldQuotedHtml(parsed.html);
    presentHtml(visible, options);
    if (quoted !== null) presentHtml(quoted, options);
}
