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
    const isOurs = await ownAddress(tx, tokens);
    return addresses.filter(({ address }) => !isOurs(address));
}

/** Whether an address is one of ours, support+tag@ included. */
export async function ownAddress(
    tx: Transaction,
    tokens: ReplyTokens,
): Promise<(address: string) => boolean> {
    const { ownAddresses: own } = await centerSettings(tx);
    return (address) => own.has(address.toLowerCase()) || own.has(tokens.parse(address).base);
}
