import { decideMailboxRemoval } from '../../core/policies/mailboxRemoval.ts';
import { deleteMailboxRow, isMailboxUsed, lockMailbox } from '../../storage/mailboxAdministration.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { done, notFound, refuseBy, type Actor, type Outcome } from '../outcome.ts';

/** E11: one that was entered by mistake goes; one that customers know stays, disabled. */
export async function deleteMailbox(
    tx: Transaction,
    _actor: Actor,
    { mailboxId }: { readonly mailboxId: number },
): Promise<Outcome<Record<string, never>>> {
    const mailbox = await lockMailbox(tx, mailboxId);
    if (!mailbox) return notFound('This mailbox');
    const used = await isMailboxUsed(tx, mailboxId);
    const decision = decideMailboxRemoval({ enabled: mailbox.enabled, used });
    if (!decision.allowed) return refuseBy(decision);
    await deleteMailboxRow(tx, mailboxId);
    return done({});
}
