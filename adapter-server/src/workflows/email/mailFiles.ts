import { storeBlob } from '../../storage/blobs.ts';
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
export const storeFiles = (tx: Transaction, mails: readonly MailOfThread[]): Promise<MailFiles[]> =>
    Promise.all(
        mails.map(async ({ mail, parsed }) => ({
            raw: await storeBlob(tx, mail.raw),
            attached: await Promise.all(parsed.attachments.map(({ content }) => storeBlob(tx, content))),
        })),
    );
