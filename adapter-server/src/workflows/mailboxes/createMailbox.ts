import { decideMailboxTransport } from '../../core/policies/mailboxTransport.ts';
import { insertMailbox } from '../../storage/mailboxAdministration.ts';
import { findQueue } from '../../storage/queues.ts';
import type { SecretBox } from '../../storage/sealing/secretBox.ts';
import type { Transaction } from '../../storage/transaction.ts';
import {
    conflict,
    done,
    notFound,
    refuse,
    refuseBy,
    type Actor,
    type Outcome,
    type Refused,
} from '../outcome.ts';
import { secretOf, storedAccount, type ImapArgs, type MailboxArgs } from './mailboxArgs.ts';
import { cannotSeal, sealMailbox } from './mailboxSecrets.ts';

/** E11: a mailbox more. It is attended to within seconds of the commit. */
export const createMailbox =
    (box: SecretBox) =>
    async (tx: Transaction, _actor: Actor, args: MailboxArgs): Promise<Outcome<{ mailboxId: number }>> => {
        const { imap } = args;
        if (!(await findQueue(tx, args.queueId))) return notFound('This queue');
        const unsafe = imap && refuseTransport(imap);
        if (unsafe) return unsafe;
        const secret = imap && secretOf(imap, {});
        if (imap && !secret) return credentialsMissing(imap);
        if (secret && !box.canSeal) return cannotSeal();
        const mailboxId = await insertMailbox(tx, {
            ...args,
            kind: imap ? 'imap' : 'intake',
            imap: imap && storedAccount(imap),
        });
        if (mailboxId === null) return addressTaken(args.address);
        if (secret) await sealMailbox(tx, box, mailboxId, secret);
        return done({ mailboxId });
    };

export function refuseTransport({ host, requireTls, auth }: ImapArgs): Refused | null {
    const tokenUrl = auth.kind === 'oauth' ? auth.tokenUrl : null;
    const decision = decideMailboxTransport({ host, requireTls, tokenUrl });
    return decision.allowed ? null : refuseBy(decision);
}
export const credentialsMissing = ({ auth }: ImapArgs): Refused =>
    auth.kind === 'password'
        ? refuse('The password is missing.', 'Enter the password of the mailbox, or an app password.')
        : refuse('The refresh token is missing.', 'Enter the refresh token that the provider gave out.');
export const addressTaken = (address: string): Refused =>
    conflict(`There is a mailbox ${address} already.`, 'Change that one, or choose another address.');
