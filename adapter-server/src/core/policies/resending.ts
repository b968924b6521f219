/**
 * E6: "Reply, reply-all, forward, new outbound mail": what a mail server or a delivery report refused can be sent again.
 * Only those get it who have not got it yet: who was refused, or whose address was corrected.
 */
import type { Decision } from '../vocabulary.ts';

/** Addresses, lower-cased. */
export interface Addressees {
    readonly to: readonly string[];
    readonly cc: readonly string[];
    readonly bcc: readonly string[];
}
export interface FailedMail extends Addressees {
    /** Those who are known to have been refused; empty where it is not known of whom. */
    readonly refused: readonly string[];
    /** A mail server took it: who was not refused has it. */
    readonly taken: boolean;
}
export interface Resending extends Addressees {
    /** Those it goes to; empty: all. */
    readonly only: readonly string[];
}

/** @param corrected the addresses to write to instead of those that were refused; null: to the same */
export function decideResend(
    mail: FailedMail,
    corrected: readonly string[] | null,
    isOurs: (address: string) => boolean,
): Decision<{ readonly resending: Resending }> {
    const { to, cc, bcc, refused, taken } = mail;
    if (corrected === null) return allow({ to, cc, bcc, only: refused });
    const ours = corrected.find(isOurs);
    if (ours !== undefined)
        return {
            allowed: false,
            reason: `${ours} is an address of ours: it would reach nobody.`,
            nextStep: "Write the customer's own address.",
        };
    if (refused.length === 0)
        return allow({
            to: corrected,
            cc: without(cc, corrected),
            bcc: without(bcc, corrected),
            only: taken ? corrected : [],
        });
    const have = without([...to, ...cc, ...bcc], refused);
    const only = without(corrected, have);
    if (only.length === 0)
        return {
            allowed: false,
            reason: `${have.join(', ')} got it already.`,
            nextStep: 'Correct the address that was refused, or write a new mail.',
        };
    return allow({
        to: [...without(to, [...refused, ...only]), ...only],
        cc: without(cc, [...refused, ...only]),
        bcc: without(bcc, [...refused, ...only]),
        only,
    });
}

const allow = (resending: Resending) => ({ allowed: true, resending }) as const;
const without = (list: readonly string[], those: readonly string[]): string[] =>
    list.filter((address) => !those.includes(address));
