import { presenceOf } from '../../core/policies/presence.ts';
import { decideThreadOfAnother, noteTaggingOriginalAgent } from '../../core/policies/taggingOriginalAgent.ts';
import { agentName, readAgentOnChannel } from '../../storage/agents.ts';
import type { Interaction } from '../../storage/interactions.ts';
import { notify, readCustomer, saveNote } from '../../storage/people.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { Actor } from '../outcome.ts';

/**
 * E5: who answers a thread whose original agent is away tells them in the contact feed; edited, not skipped. The note,
 * or null where none was due.
 */
export async function tagOriginalAgent(
    tx: Transaction,
    i: Interaction,
    actor: Actor,
    written: string,
): Promise<number | null> {
    if (i.originalAgentId === null || i.originalAgentId === actor.agentId) return null;
    const original = await readAgentOnChannel(tx, i.originalAgentId, i.channel);
    if (!original) return null;
    const presence = presenceOf(original);
    const duty = decideThreadOfAnother(actor.agentId, { agentId: original.id, presence });
    // Back by now: what was written to them while they were away is still said.
    if (duty !== 'tag' && written.trim() === '') return null;
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
    const noteId = await saveNote(tx, {
        customerId: i.customerId,
        interactionId: i.id,
        agentId: actor.agentId,
        text,
        mentions: [original.id],
    });
    await notify(tx, original.id, 'mention', text, i.id);
    return noteId;
}
