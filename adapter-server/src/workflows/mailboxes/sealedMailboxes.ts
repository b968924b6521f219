import { lockMailbox, saveMailboxAccount } from '../../storage/mailboxAdministration.ts';
import { listMailboxes } from '../../storage/mailboxes.ts';
import type { SecretBox } from '../../storage/sealing/secretBox.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { done, type Actor, type Outcome } from '../outcome.ts';
import { cannotSeal, openedSecret, sealMailbox } from './mailboxSecrets.ts';

/**
 * Passwords that stand readable in the database, from the first-run file or an earlier release, are sealed.
 *
 * @returns how many stay readable, since there is no key
 */
export async function sealPlainPasswords(tx: Transaction, box: SecretBox): Promise<number> {
    let readable = 0;
    for (const { id } of await listMailboxes(tx)) {
        const mailbox = await lockMailbox(tx, id);
        const account = (mailbox?.imap ?? {}) as Readonly<Record<string, unknown>>;
        const { password, ...rest } = account;
        if (typeof password !== 'string') continue;
        if (!box.canSeal) {
            readable += 1;
            continue;
        }
        await sealMailbox(tx, box, id, { password });
        await saveMailboxAccount(tx, id, rest);
    }
    return readable;
}

/** A new key, with which all that can still be opened is sealed again; the old keys go with their last secret. */
export const rotateEncryptionKey =
    (box: SecretBox) =>
    async (tx: Transaction, _actor: Actor): Promise<Outcome<{ resealed: number; unreadable: number }>> => {
        if (!box.canSeal) return cannotSeal();
        const newest = await box.rotate(tx);
        let resealed = 0;
        let unreadable = 0;
        for (const { id, secret } of await listMailboxes(tx)) {
            if (secret === null) continue;
            const mailbox = await lockMailbox(tx, id);
            const opened = mailbox ? await openedSecret(tx, box, mailbox) : {};
            if (Object.keys(opened).length === 0) unreadable += 1;
            else {
                await sealMailbox(tx, box, id, opened);
                resealed += 1;
            }
        }
        await box.retire(tx, newest);
        return done({ resealed, unreadable });
    };
