import { mailboxContext, saveMailboxSecret } from '../../storage/mailboxAdministration.ts';
import type { Mailbox } from '../../storage/mailboxes.ts';
import { UnreadableSecretError } from '../../storage/sealing/cipher.ts';
import type { SecretBox } from '../../storage/sealing/secretBox.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { refuse, type Refused } from '../outcome.ts';

export const cannotSeal = (): Refused =>
    refuse(
        'Credentials cannot be stored: this server has no key to encrypt them with.',
        'Set PATCHBAY_SECRET_KEY (openssl rand -base64 32) for every process and start again.',
    );

export const sealMailbox = async (
    tx: Transaction,
    box: SecretBox,
    id: number,
    secret: object,
): Promise<unknown> =>
    saveMailboxSecret(tx, id, await box.seal(tx, JSON.stringify(secret), mailboxContext(id)));

/** What is sealed of it; nothing where there is nothing, or nobody can open it any more. */
export async function openedSecret(
    on: Pick<Transaction, 'run'>,
    box: SecretBox,
    mailbox: Pick<Mailbox, 'id' | 'secret' | 'secretKeyId'>,
): Promise<Readonly<Record<string, string>>> {
    try {
        return await openSecret(on, box, mailbox);
    } catch (error) {
        if (error instanceof UnreadableSecretError) return {};
        throw error;
    }
}

/** Throws UnreadableSecretError, with words for an admin. */
export async function openSecret(
    on: Pick<Transaction, 'run'>,
    box: SecretBox,
    { id, secret, secretKeyId }: Pick<Mailbox, 'id' | 'secret' | 'secretKeyId'>,
): Promise<Readonly<Record<string, string>>> {
    if (secret === null || secretKeyId === null) return {};
    const text = await box.open(on, { keyId: secretKeyId, sealed: secret }, mailboxContext(id));
    return JSON.parse(text) as Record<string, string>;
}
