import {
    forgetMailboxCursor,
    isAddressTaken,
    isMailboxUsed,
    lockMailbox,
    saveMailbox,
    saveMailboxSecret,
} from '../../storage/mailboxAdministration.ts';
import { findQueue } from '../../storage/queues.ts';
import type { SecretBox } from '../../storage/sealing/secretBox.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { done, notFound, refuse, type Actor, type Outcome } from '../outcome.ts';
import { addressTaken, credentialsMissing, refuseTransport } from './createMailbox.ts';
import { secretOf, storedAccount, type MailboxArgs } from './mailboxArgs.ts';
import { cannotSeal, openedSecret, sealMailbox } from './mailboxSecrets.ts';

/** Of another host, user or folder nothing has been fetched yet: the cursor says nothing about it. */
const PLACE = ['host', 'port', 'user', 'mailbox'] as const;

/** E11: its settings, whole; secrets that are left out stay. The connection begins anew with the commit. */
export const updateMailbox =
    (box: SecretBox) =>
    async (
        tx: Transaction,
        _actor: Actor,
        { mailboxId, ...args }: MailboxArgs & { readonly mailboxId: number },
    ): Promise<Outcome<Record<string, never>>> => {
        const before = await lockMailbox(tx, mailboxId);
        if (!before) return notFound('This mailbox');
        if (!(await findQueue(tx, args.queueId))) return notFound('This queue');
        if (await isAddressTaken(tx, args.address, mailboxId)) return addressTaken(args.address);
        if (args.address !== before.address && (await isMailboxUsed(tx, mailboxId)))
            return refuse(
                `Customers know ${before.address}: what they answer to it would be refused.`,
                'Add the other address as a mailbox of its own, and leave this one.',
            );
        const { imap } = args;
        const unsafe = imap && refuseTransport(imap);
        if (unsafe) return unsafe;
        const old = (before.imap ?? {}) as Readonly<Record<string, unknown>>;
        // A password named by a variable (first-run file) stays so until one is typed.
        const named =
            imap?.auth.kind === 'password' && imap.auth.password === undefined && old['passwordEnv'];
        const secret = imap && !named ? secretOf(imap, await openedSecret(tx, box, before)) : null;
        if (imap && !named && !secret) return credentialsMissing(imap);
        if (secret && !box.canSeal) return cannotSeal();
        const stored = imap && { ...storedAccount(imap), ...(named ? { passwordEnv: named } : {}) };
        await saveMailbox(tx, mailboxId, { ...args, kind: imap ? 'imap' : 'intake', imap: stored });
        if (imap && PLACE.some((part) => imap[part] !== old[part])) await forgetMailboxCursor(tx, mailboxId);
        if (secret) await sealMailbox(tx, box, mailboxId, secret);
        else await saveMailboxSecret(tx, mailboxId, null);
        return done({});
    };
