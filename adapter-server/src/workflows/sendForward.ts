import { lockInteraction } from '../storage/interactions.ts';
import { readMessage } from '../storage/messages.ts';
import type { Transaction } from '../storage/transaction.ts';
import { sendWritten } from './email/sendWritten.ts';
import type { SentMail, WritingParts, WrittenMail } from './email/writtenMail.ts';
import { notFound, type Actor, type Outcome } from './outcome.ts';

export interface SendForwardArgs extends WrittenMail {
    readonly interactionId: number;
    /** The message that is forwarded, whole. Its files are attached by `attachFromMessage`. */
    readonly messageId: number;
}

/** E6: sends a message of the thread on to somebody else. The customer goes on waiting (policies/sendingEffects). */
export const sendForward =
    (parts: WritingParts) =>
    async (tx: Transaction, actor: Actor, args: SendForwardArgs): Promise<Outcome<SentMail>> => {
        const i = await lockInteraction(tx, args.interactionId);
        if (!i) return notFound('This interaction');
        const quoted = await readMessage(tx, args.messageId);
        if (!quoted || quoted.interactionId !== i.id) return notFound('The message to forward');
        const written = { ...args, to: args.to ?? [] };
        return sendWritten(tx, parts, { i, actor }, { kind: 'forward', written, quoted });
    };
