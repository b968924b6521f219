import { lockInteraction } from '../storage/interactions.ts';
import { hasMessages, saveCustomerOf } from '../storage/newMails.ts';
import { saveCustomer } from '../storage/people.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { Closing } from './closeInteraction.ts';
import { sendWritten } from './email/sendWritten.ts';
import type { SentMail, WritingParts, WrittenMail } from './email/writtenMail.ts';
import { notFound, refuse, type Actor, type Outcome } from './outcome.ts';

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
        const first = args.to?.[0]?.trim().toLowerCase();
        if (first) await saveCustomerOf(tx, i.id, await saveCustomer(tx, first, ''));
        return sendWritten(
            tx,
            parts,
            { i, actor },
            { kind: 'new', written: args, quoted: null, close: args.close },
        );
    };
const LONGEST_PREVIEW = 140;
