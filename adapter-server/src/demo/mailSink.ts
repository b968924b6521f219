import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

const MOST_BYTES = 40 * 1024 * 1024;

export interface SunkMail {
    /** Empty for the null sender. */
    readonly from: string;
    readonly to: readonly string[];
    readonly raw: Buffer;
}

/** A mail server for the demo's customers, on this machine alone: it takes everything, and says 250 once it is kept. */
export async function openMailSink(
    keep: (mail: SunkMail) => Promise<void>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
    const server = new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        authOptional: true,
        disableReverseLookup: true,
        banner: 'Demo customers',
        size: MOST_BYTES,
        logger: false,
        closeTimeout: 2_000,
        onData(stream, session, callback) {
            const { mailFrom, rcptTo } = session.envelope;
            collect(stream)
                .then((raw) =>
                    keep({
                        from: mailFrom ? mailFrom.address.toLowerCase() : '',
                        to: rcptTo.map((recipient) => recipient.address.toLowerCase()),
                        raw,
                    }),
                )
                .then(
                    () => callback(null, '2.0.0 Kept for the customer'),
                    () =>
                        callback(Object.assign(new Error('4.3.0 Cannot keep it now'), { responseCode: 451 })),
                );
        },
    });
    server.on('error', () => undefined); // a connection that broke off: its sender tries again
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => resolve());
    });
    const { port } = server.server.address() as AddressInfo;
    return {
        url: `smtp://127.0.0.1:${port}`,
        close: () => new Promise((resolve) => server.close(() => resolve())),
    };
}

/** smtp-server announces the limit of size but does not stop at it. */
async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of stream) {
        bytes += part.length;
        if (bytes <= MOST_BYTES) parts.push(part);
    }
    if (bytes > MOST_BYTES) throw new Error('larger than a demo customer takes');
    return Buffer.concat(parts);
}
