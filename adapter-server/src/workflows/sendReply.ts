import { allowed } from '../core/policies/interactionStatus.ts';
import { derivePresence } from '../core/policies/presence.ts';
import { decideThreadOfAnother, noteTaggingOriginalAgent } from '../core/policies/taggingOriginalAgent.ts';
import type { ReplyTokens } from '../ports/replyTokens.ts';
import { agentName, readAgentOnChannel } from '../storage/agents.ts';
import { useUploads } from '../storage/attachments.ts';
import { deleteDraft } from '../storage/drafts.ts';
import { lockInteraction, saveInteraction, type Interaction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { insertMessage, newestInbound } from '../storage/messages.ts';
import { enqueueMail } from '../storage/outbox.ts';
import { notify, readCustomer, saveNote } from '../storage/people.ts';
import { addressOfQueue } from '../storage/queues.ts';
import { clearTimer } from '../storage/timers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { closeLocked } from './closeInteraction.ts';
import { newMessageId, replySubject } from './email/acknowledge.ts';
import { refuseUnreadTargets, referencesFor, replyTargets, replyText } from './email/composeReply.ts';
import { outsideAddresses } from './email/outsideAddresses.ts';
import { refuseEmojis } from './email/refuseEmojis.ts';
import { refuseUnfilled } from './email/refuseUnfilled.ts';
import { replyAddress } from './email/replyAddress.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome, type Refused } from './outcome.ts';
import { signatureFor } from './email/signatureFor.ts';
import { takeOver } from './takeOver.ts';

export interface SendReplyArgs {
    readonly interactionId: number;
    readonly text: string;
    readonly cc: readonly string[];
    readonly uploads: readonly number[];
    readonly taggingNote?: string | null | undefined;
    readonly close?: { readonly dispositionId: number; readonly notes: string } | null | undefined;
}

/** An agent answers (E6). It is sent when the outbox sends it; from here on the agent is the original agent. */
export const sendReply =
    (tokens: ReplyTokens) =>
    async (tx: Transaction, actor: Actor, args: SendReplyArgs): Promise<Outcome<{ messageId: number }>> => {
        const i = await lockInteraction(tx, args.interactionId);
        if (!i) return notFound('This interaction');
        if (args.text.trim() === '') return refuse('The reply is empty.', 'Write something first.');
        const unsendable = refuseEmojis([{ field: 'body', text: args.text }]) ?? refuseUnfilled([args.text]);
        if (unsendable) return unsendable;
        const status = allowed(i.status, 'reply');
        if (!status.allowed) return refuseBy(status);
        const taken = await takeOver(tx, i, actor);
        if (taken) return taken;

        const composed = await compose(tx, tokens, i, actor, args);
        if ('ok' in composed) return composed;
        await tagOriginalAgent(tx, i, actor, args.taggingNote ?? '');
        if (i.status !== 'pending') i.status = status.next;
        i.originalAgentId = actor.agentId;
        i.waitingSince = null;
        i.unread = false;
        i.lastActivityAt = tx.now;
        await clearTimer(tx, 'hold_deadline', i.id);
        await deleteDraft(tx, i.id, actor.agentId);
        await enqueueMail(tx, i, composed.messageId);
        await record(tx, i, {
            kind: 'replied',
            agentId: actor.agentId,
            data: { messageId: composed.messageId },
        });
        if (args.close) {
            const closed = await closeLocked(tx, actor, i, args.close);
            if (!closed.ok) return closed;
        }
        await saveInteraction(tx, i);
        tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
        return done({ messageId: composed.messageId });
    };

async function compose(
    tx: Transaction,
    tokens: ReplyTokens,
    i: Interaction,
    actor: Actor,
    args: SendReplyArgs,
): Promise<{ messageId: number } | Refused> {
    const answered = await newestInbound(tx, i.id);
    const customer = await readCustomer(tx, i.customerId);
    const from = await addressOfQueue(tx, i.queueId);
    if (!from)
        return refuse(
            'The queue of this interaction has no address to send from.',
            'Ask an admin to add one.',
        );
    const to = answered
        ? replyTargets(answered)
        : customer
          ? [{ name: customer.name, address: customer.address }]
          : [];
    if ((await outsideAddresses(tx, tokens, to)).length === 0)
        return refuse(
            'It names no address but our own: a reply would reach nobody.',
            "Start a new mail to the customer's own address.",
        );
    const cc = args.cc.map((address) => ({ name: '', address: address.toLowerCase() }));
    const unread = refuseUnreadTargets([...to, ...cc], customer?.address ?? null);
    if (unread) return unread;
    const signature = await signatureFor(tx, i.id, actor.agentId);
    const messageId = await insertMessage(tx, {
        interactionId: i.id,
        direction: 'outbound',
        kind: 'message',
        messageId: newMessageId(from.address),
        contentHash: null,
        inReplyTo: answered?.messageId ? [answered.messageId] : [],
        threadReferences: answered ? referencesFor(answered) : [],
        fromName: from.displayName,
        fromAddress: from.address,
        replyTo: [await replyAddress(tx, tokens, i.id, from)],
        recipients: to,
        cc,
        envelopeTo: [],
        subject: replySubject(answered?.subject.trim() || i.subject),
        textBody: replyText(args.text, signature, answered),
        htmlBody: null,
        at: tx.now,
        agentId: actor.agentId,
        rawSha256: null,
        authentication: null,
        deliveryState: 'waiting',
    });
    const used = await useUploads(tx, messageId, args.uploads, actor.agentId);
    if (used !== new Set(args.uploads).size)
        return refuse('An attachment is no longer there.', 'Remove it and attach the file again.');
    return { messageId };
}

/** E5: who answers a thread whose original agent is away tells them in the contact feed; edited, not skipped. */
async function tagOriginalAgent(
    tx: Transaction,
    i: Interaction,
    actor: Actor,
    written: string,
): Promise<void> {
    if (i.originalAgentId === null || i.originalAgentId === actor.agentId) return;
    const original = await readAgentOnChannel(tx, i.originalAgentId, i.channel);
    if (!original) return;
    const presence = derivePresence({
        chosen: original.chosenStatus,
        connected: original.connected,
        withinWorkingHours: original.withinHours,
        load: original.load,
        capacity: original.capacity,
        blockedByCall: false,
    });
    const duty = decideThreadOfAnother(actor.agentId, { agentId: original.id, presence });
    // Back by now: what was written to them while they were away is still said.
    if (duty !== 'tag' && written.trim() === '') return;
    const customer = await readCustomer(tx, i.customerId);
    const text =
        written.trim() ||
        noteTaggingOriginalAgent({
            agentName: actor.name,
            originalName: agentName(original),
            originalPresence: presence,
            customerName: customer?.name || null,
            subject: i.subject,
        });
    await saveNote(tx, {
        customerId: i.customerId,
        interactionId: i.id,
        agentId: actor.agentId,
        text,
        mentions: [original.id],
    });
    await notify(tx, original.id, 'mention', text, i.id);
}
