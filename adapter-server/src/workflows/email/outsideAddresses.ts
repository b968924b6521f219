import type { MailAddress } from '../../ports/mailboxEvents.ts';
import type { ReplyTokens } from '../../ports/replyTokens.ts';
import { centerSettings } from '../../storage/centerSettings.ts';
import type { Transaction } from '../../storage/transaction.ts';

/**
 * Those that are not ours, support+tag@ included. What we send to ourselves is recognized as our own copy and ends
 * there: an answer that a customer's Reply-To led to us would reach nobody.
 */
export async function outsideAddresses(
    tx: Transaction,
    tokens: ReplyTokens,
    addresses: readonly MailAddress[],
): Promise<MailAddress[]> {
    if (addresses.length === 0) return [];
    const { ownAddresses: own } = await centerSettings(tx);
    return addresses.filter(({ address }) => {
        const { base } = tokens.parse(address);
        return !own.has(address.toLowerCase()) && !own.has(base);
    });
}
