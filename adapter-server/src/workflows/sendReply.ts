import { decideAnswerable } from '../core/policies/answering.ts';
import { lockInteraction } from '../storage/interactions.ts';
import { newestInbound, readMessage } from '../storage/messages.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { Closing } from './closeInteraction.ts';
import { sendWritten } from './email/sendWritten.ts';
import type { SentMail, WritingParts, WrittenMail } from './email/writtenMail.ts';
import { notFound, refuse, refuseBy, type Actor, type Outcome } from './outcome.ts';

export interface SendReplyArgs extends WrittenMail {
    readonly interactionId: number;
    readonly kind?: 'reply' | 'reply_all' | undefined;
    /** The message that it answers; absent: the newest of the customer. */
    readonly messageId?: number | null | undefined;
    readonly taggingNote?: string | null | undefined;
    readonly close?: Closing | null | undefined;
}

/** An agent answers a message, one or all (E6). It is sent when the outbox sends it; from here on the agent is the original agent. */
export const sendReply =
    (parts: WritingParts) =>
    async (tx: Transaction, actor: Actor, args: SendReplyArgs): Promise<Outcome<SentMail>> => {
        const i = await lockInteraction(tx, args.interactionId);
        if (!i) return notFound('This interaction');
        if (args.text.trim() === '') return refuse('The reply is empty.', 'Write something first.');
        const chosen = args.messageId ?? null;
        const quoted = chosen === null ? await newestInbound(tx, i.id) : await readMessage(tx, chosen);
        if (chosen !== null) {
            if (!quoted || quoted.interactionId !== i.id) return notFound('The message to answer');
            const decision = decideAnswerable(quoted);
            if (!decision.allowed) return refuseBy(decision);
        }
        return sendWritten(
            tx,
            parts,
            { i, actor },
            {
                kind: args.kind ?? 'reply',
                written: args,
                quoted,
                chosen: chosen !== null,
                taggingNote: args.taggingNote,
                close: args.close,
            },
        );
    };
