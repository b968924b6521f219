/**
 * E7: "No-reply addresses: reply is refused with the reason and the right next step (start a new mail
 * to the customer's address on record)."
 */
import type { Decision } from '../vocabulary.ts';

export interface ReplyTarget {
    readonly address: string;
    /** What noReplyAddress.ts says of it. */
    readonly isNoReply: boolean;
    /** The customer's address on record; null where there is none, or where it is a no-reply address too. */
    readonly addressOnRecord: string | null;
}

/** Whether a reply may go to this address; of a reply to all, each address is asked about by itself. */
export function decideReplyTarget({ address, isNoReply, addressOnRecord }: ReplyTarget): Decision {
    if (!isNoReply) return { allowed: true };
    return {
        allowed: false,
        reason: `Replies to ${address} are not read.`,
        nextStep:
            addressOnRecord === null
                ? 'Add an address that the customer reads to the contact record, then start a new mail to it.'
                : `Start a new mail to ${addressOnRecord}, the customer's address on record.`,
    };
}
