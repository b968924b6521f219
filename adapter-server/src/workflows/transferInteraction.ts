import { nextBoundary } from '../core/schedule.ts';
import { decideTransfer, refuseWithoutNote, transferDeadline } from '../core/policies/transfer.ts';
import { agentNames, lockAgentsForRouting } from '../storage/agents.ts';
import { lockInteraction, type Interaction } from '../storage/interactions.ts';
import { notify, saveNote } from '../storage/people.ts';
import { findQueue, readQueueSettings } from '../storage/queues.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome, type Refused } from './outcome.ts';
import { enterQueue, holdFor, holdSettings, offerTo } from './routing/place.ts';
import { receiverFacts } from './routing/routeTransfer.ts';

export interface TransferArgs {
    readonly interactionId: number;
    readonly toAgentId?: number | null | undefined;
    readonly toQueueId?: number | null | undefined;
    readonly note: string;
    /** For a receiver who is away: let it wait for them, up to E4's deadline. */
    readonly holdIfAway: boolean;
}
type Nothing = Record<string, never>;

/**
 * E10: "Transfer to an agent or a queue, with a note." The history goes along, since the interaction is the same; the
 * original agent stays who they were until somebody else replies or closes.
 */
export async function transferInteraction(
    tx: Transaction,
    actor: Actor,
    args: TransferArgs,
): Promise<Outcome<Nothing>> {
    const i = await lockInteraction(tx, args.interactionId);
    if (!i) return notFound('This interaction');
    const refused = await refuseTransferOf(tx, i, actor);
    if (refused) return refused;
    const queue = await readQueueSettings(tx, i.queueId);
    const without = refuseWithoutNote(args.note, queue.transferNote);
    if (without) return refuseBy(without);
    const { toAgentId, toQueueId } = args;
    if (toAgentId && !toQueueId) return toAgent(tx, actor, i, { ...args, toAgentId });
    if (toQueueId && !toAgentId) return toQueue(tx, actor, i, { ...args, toQueueId });
    return refuse('A transfer goes to an agent or to a queue.', 'Choose one of them.');
}

/** Whoever has it gives it away; what nobody has yet, anybody who may work on it. A lead moves it from somebody else. */
async function refuseTransferOf(tx: Transaction, i: Interaction, actor: Actor): Promise<Refused | null> {
    if (i.mergedInto !== null)
        return refuse('This interaction was merged into another.', 'Transfer that one.');
    if (i.spam !== null) return refuse('It is in the Spam list.', 'Have a manager or an admin release it.');
    if (i.status === 'closed') return refuse('It is Closed.', 'Reopen it first.');
    if (i.routingState !== 'assigned' || i.agentId === actor.agentId || actor.role !== 'agent') return null;
    const name = (await agentNames(tx, [i.agentId])).get(i.agentId ?? 0) ?? 'Somebody';
    return refuse(`${name} is working on it.`, `Ask ${name}, or a team lead to transfer it.`);
}

async function toAgent(
    tx: Transaction,
    actor: Actor,
    i: Interaction,
    { toAgentId, note, holdIfAway }: TransferArgs & { toAgentId: number },
): Promise<Outcome<Nothing>> {
    if (toAgentId === actor.agentId) return refuse('That is you.', 'Pull it, or choose somebody else.');
    const queue = await readQueueSettings(tx, i.queueId);
    // Whoever loses a slot and whoever gets one, in id order.
    const ids = [toAgentId, ...(i.agentId === null ? [] : [i.agentId])];
    const agent = (await lockAgentsForRouting(tx, ids, i.channel)).find(({ id }) => id === toAgentId);
    if (!agent) return notFound(`An agent who works on ${i.channel}`);
    const receiver = receiverFacts(i, agent);
    if (i.routingState === 'assigned' && i.agentId === toAgentId)
        return refuse(`${receiver.name} has it already.`);
    const toBusy = queue.transferToBusy;
    const decision = decideTransfer({ receiver, toBusy, holdIfAway, queueName: queue.name });
    if ('allowed' in decision) return refuseBy(decision);

    await tellFormerOwner(tx, actor, i, receiver.name);
    begin(tx, actor, i, { to: toAgentId, note });
    const { agentId: byAgentId } = actor;
    if (decision.action === 'offer') {
        await offerTo(tx, i, queue, {
            agentId: toAgentId,
            toOriginal: false,
            decision: { kind: 'transfer_offered', agentId: toAgentId, byAgentId },
        });
    } else {
        const { reason } = decision;
        const settings = holdSettings(queue);
        const until = transferDeadline({ transferredAt: tx.now, oldestWaitingAt: i.waitingSince, settings });
        const waits = { agentId: toAgentId, reason, until };
        await holdFor(tx, i, waits, { kind: 'transfer_held', ...waits, byAgentId, queueId: i.queueId });
    }
    await postTransferNote(tx, actor, i, note, [toAgentId]);
    await notify(tx, toAgentId, 'transfer', told(actor, i, note), i.id);
    return done({});
}

async function toQueue(
    tx: Transaction,
    actor: Actor,
    i: Interaction,
    { toQueueId, note }: TransferArgs & { toQueueId: number },
): Promise<Outcome<Nothing>> {
    const queue = await findQueue(tx, toQueueId);
    if (!queue) return notFound('This queue');
    if (i.routingState === 'queued' && i.queueId === toQueueId)
        return refuse(`It waits in ${queue.name} already.`, 'Choose another queue.');
    await tellFormerOwner(tx, actor, i, queue.name);
    const giver = i.routingState === 'assigned' ? i.agentId : actor.agentId;
    begin(tx, actor, i, { to: null, note });
    i.queueId = toQueueId;
    // Not offered straight back to whoever just gave it away.
    i.declinedBy = giver === null ? [] : [giver];
    await enterQueue(tx, i, {
        kind: 'transfer_to_queue',
        byAgentId: actor.agentId,
        queueId: toQueueId,
        queuedAt: i.queuedAt ?? i.waitingSince ?? tx.now,
        ...(queue.isOpen ? {} : { opensAt: nextBoundary(queue.openingHours, tx.now) }),
    });
    await postTransferNote(tx, actor, i, note, []);
    return done({});
}

function begin(
    tx: Transaction,
    actor: Actor,
    i: Interaction,
    { to, note }: { to: number | null; note: string },
): void {
    i.holdRefused = null;
    i.transferredBy = actor.agentId;
    i.transferredTo = to;
    i.transferredAt = tx.now;
    i.transferNote = note.trim() || null;
}

async function postTransferNote(
    tx: Transaction,
    actor: Actor,
    i: Interaction,
    note: string,
    mentions: readonly number[],
): Promise<void> {
    if (note.trim() === '') return;
    const { customerId, id: interactionId } = i;
    await saveNote(tx, { customerId, interactionId, agentId: actor.agentId, text: note.trim(), mentions });
}

/** The stream's text: enough to know what it is about, the note in full stands in the contact feed. */
const told = (actor: Actor, i: Interaction, note: string): string =>
    `${actor.name} transferred "${i.subject}" to you${note.trim() === '' ? '.' : `: ${note.trim().slice(0, 200)}`}`;

async function tellFormerOwner(tx: Transaction, actor: Actor, i: Interaction, to: string): Promise<void> {
    if (i.routingState !== 'assigned' || i.agentId === null || i.agentId === actor.agentId) return;
    await notify(
        tx,
        i.agentId,
        'reassigned',
        `${actor.name} transferred "${i.subject}" from you to ${to}.`,
        i.id,
    );
}
