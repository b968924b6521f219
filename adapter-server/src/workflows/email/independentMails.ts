import type { ParsedMail } from '../../ports/mailboxEvents.ts';
import { acknowledgedAddress } from './acknowledge.ts';
import { headerIds } from './findThreads.ts';

/**
 * How many of these, from the first on, have nothing to do with each other: what the store knows of one does not change
 * by taking in another, so that they are looked up together. At least one.
 */
export function countIndependent(mails: readonly ParsedMail[]): number {
    const taken = new Set<string>();
    for (const [n, mail] of mails.entries()) {
        const names = namesIn(mail);
        if (names.some((name) => taken.has(name))) return n;
        for (const name of names) taken.add(name);
    }
    return mails.length;
}

/** All by which one mail may find another, its thread, its customer or an acknowledgement. */
const namesIn = (mail: ParsedMail): string[] => [
    `content ${mail.contentHash}`,
    ...[mail.messageId, ...headerIds(mail)].filter((id) => id !== null).map((id) => `id ${id}`),
    ...[mail.from, acknowledgedAddress(mail)]
        .filter((who) => who !== null)
        .map(({ address }) => `address ${address}`),
];
