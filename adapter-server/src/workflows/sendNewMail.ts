import type { ReplyTokens } from '../ports/replyTokens.ts';
import { lockInteraction } from '../storage/interactions.ts';
import { hasMessages, saveCustomerOf } from '../storage/newMails.ts';
import { saveCustomer } from '../storage/people.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { Closing } from './closeInteraction.ts';
import { outsideAddresses } from './email/outsideAddresses.ts';
import { sendWritten } from './email/sendWritten.ts';
import type { SentMail, WritingParts, WrittenMail } from './email/writtenMail.ts';
import { notFound, refuse, type Actor, type Outcome, type Refused } from './outcome.ts';

export interface SendNewMailArgs extends WrittenMail {
    readonly interactionId: number;
    readonly close?: Closing | null | undefined;
}

/** E6: the first mail of a thread that an agent began (startMail); whom it is to is its customer. */
export const sendNewMail =
    (parts: WritingParts) =>
    async (tx: Transaction, actor: Actor, args: SendNewMailArgs): Promise<Outcome<SentMail>> => {
        const i = await lockInteraction(tx, args.interactionId);
        if (!i) return notFound('This interaction');
        if (await hasMessages(tx, i.id))
            return refuse('This mail has been sent already.', 'Write a reply, or start another new mail.');
        if (args.text.trim() === '') return refuse('The mail is empty.', 'Write something first.');
        const subject = args.subject?.trim() ?? '';
        if (subject === '') return refuse('The mail has no subject.', 'Write one: it names the thread.');
        i.subject = subject;
        i.preview = args.text.trim().replace(/\s+/g, ' ').slice(0, LONGEST_PREVIEW);
        const refused = await namesCustomer(tx, parts.tokens, i.id, args.to ?? []);
        if (refused) return refused;
        return sendWritten(
            tx,
            parts,
            { i, actor },
            { kind: 'new', written: args, quoted: null, close: args.close },
        );
    };
const LONGEST_PREVIEW = 140;

/** The first of To that is not ours: colleagues may be written to as well, and are nobody's customers. */
async function namesCustomer(
    tx: Transaction,
    tokens: ReplyTokens,
    interactionId: number,
    to: readonly string[],
): Promise<Refused | null> {
    if (to.length === 0) return null;
    const addresses = to.map((address) => ({ name: '', address: address.trim().toLowerCase() }));
    const [customer] = await outsideAddresses(tx, tokens, addresses);
    if (!customer) return refuse('It names no address but our own.', "Add the customer's own address to To.");
    await saveCustomerOf(tx, interactionId, await saveCustomer(tx, customer.address, ''));
    return null;
}
