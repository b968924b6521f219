import { lockInteraction, saveInteraction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { markNotificationsRead as markRead, notify, saveNote } from '../storage/people.ts';
import { listAgents } from '../storage/agents.ts';
import { saveNotifyBy } from '../storage/preferences.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';

type Nothing = Record<string, never>;

/** A note in the contact feed; who is mentioned is told. */
export async function postNote(
    tx: Transaction,
    actor: Actor,
    args: { interactionId: number; text: string; mentions: readonly number[] },
): Promise<Outcome<{ noteId: number }>> {
    const i = await lockInteraction(tx, args.interactionId);
    if (!i) return notFound('This interaction');
    const known = new Set((await listAgents(tx)).filter((agent) => agent.enabled).map((agent) => agent.id));
    if (args.mentions.some((id) => !known.has(id)))
        return refuse('One of the mentioned agents does not exist.', 'Choose the names from the list.');
    const noteId = await saveNote(tx, {
        customerId: i.customerId,
        interactionId: i.id,
        agentId: actor.agentId,
        text: args.text,
        mentions: args.mentions,
    });
    for (const agentId of new Set(args.mentions))
        if (agentId !== actor.agentId)
            await notify(tx, agentId, 'mention', `${actor.name} mentioned you on "${i.subject}".`, i.id);
    await record(tx, i, { kind: 'note', agentId: actor.agentId, data: { noteId } });
    await saveInteraction(tx, i);
    return done({ noteId });
}

export async function markInteractionRead(
    tx: Transaction,
    actor: Actor,
    { interactionId }: { interactionId: number },
): Promise<Outcome<Nothing>> {
    const i = await lockInteraction(tx, interactionId);
    if (!i) return notFound('This interaction');
    // Only its own agent's reading says that it was read.
    if (i.unread && i.agentId === actor.agentId && i.routingState === 'assigned') {
        i.unread = false;
        await saveInteraction(tx, i);
        tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
    }
    return done({});
}

export async function markNotificationsRead(
    tx: Transaction,
    actor: Actor,
    { upToId }: { upToId: number },
): Promise<Outcome<Nothing>> {
    await markRead(tx, actor.agentId, upToId);
    tx.tell(actor.agentId, 'me_changed');
    return done({});
}

/** W5: "on the desktop and by sound as each user sets it". */
export async function setNotifyBy(
    tx: Transaction,
    actor: Actor,
    { kind, sound, desktop }: { kind: string; sound: boolean; desktop: boolean },
): Promise<Outcome<Nothing>> {
    await saveNotifyBy(tx, actor.agentId, kind, { sound, desktop });
    tx.tell(actor.agentId, 'me_changed');
    return done({});
}
