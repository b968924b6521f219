import { storeBlobs } from '../../storage/blobs.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { MailOfThread } from './findThreads.ts';

/** The SHA-256 under which the mail and what is attached to it are stored. */
export interface MailFiles {
    readonly raw: Buffer;
    readonly attached: readonly Buffer[];
}

/**
 * Of all mails of a commit before any of them is taken in: so that two commits with the same files, which a burst of
 * forwarded mail has, store them in one order and cannot stop each other.
 */
export async function storeFiles(tx: Transaction, mails: readonly MailOfThread[]): Promise<MailFiles[]> {
    const stored = await storeBlobs(
        tx,
        mails.flatMap(({ mail, parsed }) => [mail.raw, ...parsed.attachments.map(({ content }) => content)]),
    );
    let taken = 0;
    return mails.map(({ parsed }) => {
        const [raw, ...attached] = stored.slice(taken, (taken += 1 + parsed.attachments.length));
        if (!raw) throw new Error('A mail was stored without its raw bytes.');
        return { raw, attached };
    });
}
