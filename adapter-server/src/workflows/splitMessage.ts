import { decideReachingIn } from '../core/policies/manualOverride.ts';
import { decideSplit, oldestUnanswered } from '../core/policies/splitting.ts';
import {
    insertInteraction,
    lockInteraction,
    saveInteraction,
    type Interaction,
} from '../storage/interactions.ts';
import { heldAnswersOf, saveStanding } from '../storage/heldSends.ts';
import { lockAgentsForRouting } from '../storage/agents.ts';
import { record } from '../storage/journal.ts';
import { messagesOf, moveMessage, type Message } from '../storage/messages.ts';
import { saveCustomer } from '../storage/people.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome } from './outcome.ts';
import { assignTo, guardUnanswered, letRest } from './routing/place.ts';
import { routeCustomerMessage } from './routing/routeCustomerMessage.ts';
import { routeReply } from './routing/routeReply.ts';
import { assignedToWhom } from './takeOver.ts';

export interface SplitMessageArgs {
    readonly interactionId: number;
    readonly messageId: number;
}

/**
 * A message about another matter becomes an interaction of its own. It waits from its arrival: with whoever split it
 * off where they have a free slot, else in the same queue. Later answers to it follow it, since threads are found by
 * the messages they answer (E2).
 */
export const splitMessage =
    (preview: (text: string) => string) =>
    async (
        tx: Transaction,
        actor: Actor,
        { interactionId, messageId }: SplitMessageArgs,
    ): Promise<Outcome<{ interactionId: number }>> => {
        const i = await lockInteraction(tx, interactionId);
        if (!i) return notFound('This interaction');
        if (i.mergedInto !== null)
            return refuse(
                'This interaction was merged into another.',
                'Open that one: its timeline leads there.',
            );
        // Else what is kept from everybody would ring at somebody, released by whoever may not release it.
        if (i.spam !== null)
            return refuse('It is in the Spam list.', 'Have a manager or an admin release it.');
        const reaching = decideReachingIn({ actor, assignedTo: await assignedToWhom(tx, i) });
        if (!reaching.allowed) return refuseBy(reaching);
        const messages = await messagesOf(tx, i.id);
        const decision = decideSplit(messages, messageId);
        const message = messages.find(({ id }) => id === messageId);
        if (!decision.allowed || !message)
            return decision.allowed ? notFound('This message') : refuseBy(decision);

        const own = await openOwn(tx, i, message, preview(message.textBody));
        await moveMessage(tx, message.id, own.id);
        await record(tx, i, {
            kind: 'split_off',
            agentId: actor.agentId,
            data: { messageId: message.id, interactionId: own.id },
        });
        await record(tx, own, {
            kind: 'split_from',
            agentId: actor.agentId,
            data: { messageId: message.id, interactionId: i.id },
        });
        const left = messages.filter(({ id }) => id !== message.id);
        await leaveBehind(tx, i, left, preview);
        await waitsNoMoreFor(tx, i, message, left);
        await placeOwn(tx, own, actor);
        return done({ interactionId: own.id });
    };

async function openOwn(
    tx: Transaction,
    i: Interaction,
    message: Message,
    preview: string,
): Promise<Interaction> {
    const own = await insertInteraction(tx, {
        channel: i.channel,
        subject: message.subject.trim() || i.subject,
        preview,
        customerId: await saveCustomer(tx, message.fromAddress, message.fromName),
        queueId: i.queueId,
        mayBelongTo: null,
    });
    own.priority = i.priority;
    own.requiredSkills = i.requiredSkills;
    own.waitingSince = message.at;
    return own;
}

/** What waits in the old one may have gone with the message; then nobody needs to be offered it any more. */
async function leaveBehind(
    tx: Transaction,
    i: Interaction,
    left: readonly Message[],
    preview: (text: string) => string,
): Promise<void> {
    if (i.waitingSince !== null) i.waitingSince = oldestUnanswered(left, i.waitingSince);
    i.preview = preview(left.at(-1)?.textBody ?? '');
    i.lastActivityAt = tx.now;
    if (i.routingState === 'assigned') await guardUnanswered(tx, i);
    else if (i.routingState !== 'idle' && i.waitingSince === null)
        await letRest(tx, i, { kind: 'nothing_waits' });
    // A hold's deadline is that of the oldest waiting message.
    else if (i.routingState === 'held') await routeReply(tx, i);
    if (i.agentId !== null) tx.tell(i.agentId, 'interaction_changed', { interactionId: i.id });
    await saveInteraction(tx, i);
}

/** An answer of it that can be taken back leaves nobody waiting here: its customer waits in the other one. */
async function waitsNoMoreFor(
    tx: Transaction,
    i: Interaction,
    message: Message,
    left: readonly Message[],
): Promise<void> {
    for (const { messageId, before } of await heldAnswersOf(tx, i.id)) {
        const { waitingSince } = before;
        if (waitingSince === null || message.id > messageId || message.at < waitingSince) continue;
        const earlier = left.filter(({ id }) => id < messageId);
        await saveStanding(tx, messageId, {
            ...before,
            waitingSince: oldestUnanswered(earlier, waitingSince),
        });
    }
}

async function placeOwn(tx: Transaction, own: Interaction, actor: Actor): Promise<void> {
    const me = (await lockAgentsForRouting(tx, [actor.agentId], own.channel))[0];
    if (me && me.enabled && me.load < me.capacity) {
        own.status = 'open';
        own.unread = false;
        const why = { kind: 'pulled', agentId: actor.agentId, queueId: own.queueId } as const;
        await assignTo(tx, own, actor.agentId, why);
    } else {
        await routeCustomerMessage(tx, own);
    }
    await saveInteraction(tx, own);
}
