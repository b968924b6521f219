import type { SMTPServerDataStream } from 'smtp-server';
import { tooBig } from './intakeErrors.ts';

/**
 * The whole mail as it comes over the wire. Past the limit the rest is read, as the protocol wants, but not kept.
 * Rejects with 552 when too big, and when the peer goes away before the end.
 */
export function readMessage(stream: SMTPServerDataStream, maxBytes: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        let length = 0;
        let ended = false;
        stream.on('data', (chunk: Buffer) => {
            length += chunk.length;
            if (length > maxBytes) chunks.length = 0;
            else chunks.push(chunk);
        });
        stream.on('end', () => {
            ended = true;
            if (length > maxBytes || stream.sizeExceeded) reject(tooBig());
            else resolve(new Uint8Array(Buffer.concat(chunks)));
        });
        stream.on('error', reject);
        stream.on('close', () => {
            if (!ended) reject(new Error('The peer went away within the message.'));
        });
    });
}
