import type { Address } from 'postal-mime';
import type { MailAddress } from '../../../ports/mailboxEvents.ts';
import { cleanText } from './cleanText.ts';
import { LONGEST_ADDRESS, LONGEST_NAME, MOST_ADDRESSES } from './parseLimits.ts';

/** Groups are opened, what has no `local@domain` is left out, the count is capped. */
export function mailAddresses(found: readonly Address[] | undefined): MailAddress[] {
    const addresses: MailAddress[] = [];
    for (const entry of found ?? []) {
        for (const mailbox of entry.group ?? [entry]) {
            const address = cleanText(mailbox.address ?? '')
                .trim()
                .toLowerCase();
            if (!/^[^\s@][^\s]*@[^\s@]+$/.test(address) || address.length > LONGEST_ADDRESS) continue;
            addresses.push({
                name: cleanText(mailbox.name).trim().slice(0, LONGEST_NAME).toWellFormed(),
                address,
            });
            if (addresses.length >= MOST_ADDRESSES) return addresses;
        }
    }
    return addresses;
}
