import { appendFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

/**
 * The world's mail server, in a process of its own that may be killed: `node sinkProcess.ts PORT FILE`. It appends what
 * it takes to the file before it says 250, and refuses everything for a while when told so.
 */
export interface SunkLine {
    readonly startedAt: number;
    readonly keptAt: number;
    readonly from: string;
    readonly to: string;
    readonly messageId: string;
    readonly replyTo: string;
    readonly automatic: boolean;
    /** The mark that a scripted agent wrote into its reply. */
    readonly mark: string | null;
}

const [port = '0', file = ''] = process.argv.slice(2);
let refusing = false;
process.on('message', (message) => void (refusing = message === 'refuse'));
process.on('disconnect', () => process.exit(0));

const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onData(stream, { envelope }, callback) {
        const startedAt = Date.now();
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
            if (refusing)
                return callback(Object.assign(new Error('4.3.2 Not just now'), { responseCode: 451 }));
            const line = lineOf(Buffer.concat(chunks).toString('latin1'), {
                startedAt,
                from: envelope.mailFrom ? envelope.mailFrom.address : '',
                to: envelope.rcptTo[0]?.address ?? '',
            });
            appendFileSync(file, `${JSON.stringify(line)}\n`);
            process.send?.(line);
            callback(null, '2.0.0 Kept');
        });
    },
});
server.on('error', () => undefined);
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));

function lineOf(raw: string, known: { startedAt: number; from: string; to: string }): SunkLine {
    const head = (raw.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
    const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
    const replyTo = header('Reply-To');
    return {
        ...known,
        keptAt: Date.now(),
        messageId: header('Message-ID'),
        replyTo: /<([^>]+)>/.exec(replyTo)?.[1] ?? replyTo,
        automatic: /auto-replied/i.test(header('Auto-Submitted')),
        mark: /answer-[a-z0-9-]+/.exec(raw)?.[0] ?? null,
    };
}
