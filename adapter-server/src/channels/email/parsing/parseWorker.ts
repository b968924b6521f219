import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { useFastBodyDecoders } from './bodyDecoders.ts';
import { readMail } from './readMail.ts';

/** The thread in which mail is parsed; see parseMail.ts for the other end. */

const parseRequest = z.object({
    id: z.number(),
    raw: z.instanceof(Uint8Array),
    envelopeFrom: z.string().nullable().optional(),
});

useFastBodyDecoders();

parentPort?.on('message', (message: unknown) => {
    const { id, raw, envelopeFrom } = parseRequest.parse(message);
    readMail(raw, envelopeFrom).then(
        (parsed) => {
            const buffers = new Set(parsed.attachments.map((attachment) => attachment.content.buffer));
            const transferable = [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
            parentPort?.postMessage({ id, parsed }, transferable);
        },
        (error: unknown) =>
            parentPort?.postMessage({
                id,
                unparsable: error instanceof Error ? error.message : String(error),
            }),
    );
});
