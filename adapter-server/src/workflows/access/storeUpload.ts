import { insertAttachment, nameInline } from '../../storage/attachments.ts';
import { storeBlob } from '../../storage/blobs.ts';
import type { Transaction } from '../../storage/transaction.ts';

export interface Upload {
    readonly filename: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
    /** An image within a formatted text. */
    readonly inline?: boolean;
}

/** Belongs to the agent alone until a reply takes it along. */
export async function storeUpload(tx: Transaction, agentId: number, upload: Upload): Promise<number> {
    const id = await insertAttachment(tx, {
        messageId: null,
        draftOf: agentId,
        filename: upload.filename,
        contentType: upload.contentType,
        size: upload.bytes.byteLength,
        sha256: await storeBlob(tx, upload.bytes),
        contentId: null,
        inline: upload.inline ?? false,
    });
    if (upload.inline) await nameInline(tx, id);
    return id;
}
