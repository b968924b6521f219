import type { MailAddress } from '../../ports/mailboxEvents.ts';
import type { ReplyTokens } from '../../ports/replyTokens.ts';
import { replyTokenSecrets } from '../../storage/centerSettings.ts';
import type { Transaction } from '../../storage/transaction.ts';

/** Where answers go: the queue's address with the interaction's signed token (E2). */
export async function replyAddress(
    tx: Transaction,
    tokens: ReplyTokens,
    interactionId: number,
    from: { address: string; displayName: string },
): Promise<MailAddress> {
    const [secret] = await replyTokenSecrets(tx);
    if (!secret) throw new Error('There is no key to sign reply tokens with.');
    return {
        name: from.displayName,
        address: tokens.address(from.address, tokens.sign(interactionId, secret)),
    };
}
