import { Router, type Request } from 'express';
import type { Store } from '../../storage/transaction.ts';
import { storeUpload } from '../../workflows/access/storeUpload.ts';
import { failure, TOO_LARGE } from '../replies.ts';
import { fileRefusal } from './allowed.ts';
import { answer, plain, signedIn } from './answers.ts';

const LARGEST = 25 * 1024 * 1024;
const LARGER = failure(
    'bad_request',
    'A file may have 25 MB at most.',
    'Share it by a link, or send it in parts.',
);
const LONGEST_NAME = 200;
const UNSAFE = /[\u0000-\u001f\u007f/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** No paths, no control or direction characters: "invoice‮fdp.exe" must not read "invoiceexe.pdf". */
export function safeFilename(header: string | undefined): string {
    let name = header ?? '';
    try {
        name = decodeURIComponent(name);
    } catch {
        // not percent-encoded: taken as it is
    }
    const safe = name.replace(UNSAFE, '_').replace(/^\.+/, '').trim().slice(0, LONGEST_NAME);
    return safe === '' ? 'file' : safe;
}

const safeContentType = (header: string | undefined): string =>
    /^[\w.+-]{1,60}\/[\w.+-]{1,100}/.exec(header ?? '')?.[0].toLowerCase() ?? 'application/octet-stream';

/** POST /api/v1/uploads: the bytes as they are; the name percent-encoded in x-filename. */
export function uploadRoutes(store: Store, adminToken: string | null): Router {
    const router = Router();
    router.post(
        '/uploads',
        (request, response, next) => {
            const length = Number(request.get('content-length') ?? 0);
            if (length <= LARGEST) return next();
            response.set('connection', 'close');
            answer(response, LARGER, TOO_LARGE);
        },
        signedIn(store, adminToken, async (caller, request, response) => {
            const refused = await fileRefusal(store, caller, 'uploadFile', 0);
            if (refused) return answer(response, refused);
            const bytes = await readBody(request);
            if (bytes === null) {
                response.set('connection', 'close');
                return answer(response, LARGER, TOO_LARGE);
            }
            const filename = safeFilename(request.get('x-filename'));
            const contentType = safeContentType(request.get('content-type'));
            const inline = request.get('x-inline') === '1' && contentType.startsWith('image/');
            const id = await store.transaction('storeUpload', (tx) =>
                storeUpload(tx, caller.agentId, { filename, contentType, bytes, inline }),
            );
            plain(response, { id, filename, contentType, size: bytes.byteLength });
        }),
    );
    return router;
}

/** Null where it grows beyond the limit; it is then read no further. */
async function readBody(request: Request): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of request as AsyncIterable<Buffer>) {
        size += part.byteLength;
        if (size > LARGEST) return null;
        parts.push(part);
    }
    return Buffer.concat(parts);
}
