import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import { attachmentAccess, messageAccess, quarantinedBlob, readBlob } from '../../queries/objects.ts';
import type { Store } from '../../storage/transaction.ts';
import { failure } from '../replies.ts';
import { isValidTicket } from '../tickets.ts';
import { fileRefusal } from './allowed.ts';
import { answer, signedIn } from './answers.ts';

/** Shown by a browser as pictures and nothing else; SVG is not among them, since it can hold script. */
const SAFE_IMAGES = new Set([
    'image/png',
    'image/jpeg',
    'image/gif',
    'image/webp',
    'image/avif',
    'image/bmp',
]);
const GONE = failure('not_found', 'This file does not exist, or is not yours to see.');

export interface DownloadParts {
    readonly store: Store;
    readonly adminToken: string | null;
    readonly ticketSecret: () => Buffer;
}

/** Attachments and raw mail. Whatever a stranger sent is handed out so that no browser runs it. */
export function downloadRoutes({ store, adminToken, ticketSecret }: DownloadParts): Router {
    const router = Router();
    const on = { run: store.read.bind(store) };

    const attachment = async (request: Request, response: Response): Promise<void> => {
        const file = await attachmentAccess(on, idOf(request));
        if (!file) return answer(response, GONE);
        const inline = request.query['inline'] !== undefined && SAFE_IMAGES.has(file.contentType);
        await send(store, response, file.sha256, { ...file, inline });
    };
    const authorized = signedIn(store, adminToken, async (caller, request, response) => {
        const refused = await fileRefusal(store, caller, 'downloadAttachment', idOf(request));
        return refused ? answer(response, refused) : attachment(request, response);
    });
    router.get('/attachments/:id', (request, response, next) => {
        const { ticket } = request.query;
        if (typeof ticket !== 'string') return authorized(request, response, next);
        if (!isValidTicket(ticketSecret(), idOf(request), ticket, store.clock.now()))
            return answer(response, GONE);
        return attachment(request, response);
    });

    router.get(
        '/messages/:id/raw',
        signedIn(store, adminToken, async (caller, request, response) => {
            const refused = await fileRefusal(store, caller, 'downloadRawMessage', idOf(request));
            if (refused) return answer(response, refused);
            const message = await messageAccess(on, idOf(request));
            if (!message?.rawSha256) return answer(response, GONE);
            await send(store, response, message.rawSha256, rawMail(`message-${idOf(request)}.eml`));
        }),
    );
    router.get(
        '/quarantine/:id/raw',
        signedIn(store, adminToken, async (caller, request, response) => {
            const refused = await fileRefusal(store, caller, 'downloadQuarantined', idOf(request));
            if (refused) return answer(response, refused);
            const sha256 = await quarantinedBlob(on, idOf(request));
            if (!sha256) return answer(response, GONE);
            await send(store, response, sha256, rawMail(`quarantined-${idOf(request)}.eml`));
        }),
    );
    return router;
}

interface Sent {
    readonly filename: string;
    readonly contentType: string;
    readonly size?: number;
    readonly inline: boolean;
}
const rawMail = (filename: string): Sent => ({ filename, contentType: 'message/rfc822', inline: false });

/** No such id answers as an unknown one does. */
const idOf = (request: Request): number => {
    const id = Number(request.params['id']);
    return Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? id : 0;
};

async function send(store: Store, response: Response, sha256: Buffer, file: Sent): Promise<void> {
    response.set({
        'content-type': file.contentType,
        'content-disposition': `${file.inline ? 'inline' : 'attachment'}; ${filenameParameters(file.filename)}`,
        'content-security-policy': `default-src 'none'; sandbox`,
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'private, max-age=3600',
    });
    if (file.size !== undefined) response.set('content-length', String(file.size));
    const blob = Readable.from(readBlob({ run: store.read.bind(store) }, sha256), { objectMode: false });
    await pipeline(blob, response).catch((error: NodeJS.ErrnoException) => {
        // The browser left halfway: nobody is there to be told.
        if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
}

/** RFC 6266: plain for old readers, and the real name in UTF-8. */
const filenameParameters = (name: string): string => {
    const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
    const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
    return `filename="${plain}"; filename*=UTF-8''${exact}`;
};
