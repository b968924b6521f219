import { decideBlock, decideMarking, scopeOf, type BlockScope } from '../core/policies/blocking.ts';
import { findBlocks, keptByBlock, liftBlock, saveBlock, type Block } from '../storage/blocks.ts';
import {
    lockInteraction,
    lockInteractions,
    saveInteraction,
    type Interaction,
} from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { newestInbound } from '../storage/messages.ts';
import { listOwnAddresses } from '../storage/queues.ts';
import { clearTimer } from '../storage/timers.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome, type Refused } from './outcome.ts';
import { letRest } from './routing/place.ts';
import { routeCustomerMessage } from './routing/routeCustomerMessage.ts';
import { assignedToWhom } from './takeOver.ts';

type Nothing = Record<string, never>;
interface Marking {
    readonly interactionId: number;
    readonly reason: string;
}

/** E12: it leaves inbox and queue for the Spam list. Nothing of it is deleted, and nothing more is acknowledged. */
export async function markSpam(tx: Transaction, actor: Actor, args: Marking): Promise<Outcome<Nothing>> {
    const i = await lockInteraction(tx, args.interactionId);
    if (!i) return notFound('This interaction');
    const refused = await refuseMarking(tx, i, actor);
    if (refused) return refused;
    await rest(tx, i, actor, args.reason, null);
    return done({});
}

/** E12: spam, and so is what the sender, or their whole domain, sends from now on. */
export async function blockSender(
    tx: Transaction,
    actor: Actor,
    { scope, ...args }: Marking & { scope: BlockScope },
): Promise<Outcome<{ blockId: number }>> {
    const i = await lockInteraction(tx, args.interactionId);
    if (!i) return notFound('This interaction');
    const refused = i.spam === null ? await refuseMarking(tx, i, actor) : null;
    if (refused) return refused;
    const newest = await newestInbound(tx, i.id);
    if (!newest) return refuse('Nobody outside has written in it.', 'Mark it as spam.');
    const own = (await listOwnAddresses(tx)).map(({ address }) => address);
    const decision = decideBlock({ scope, address: newest.fromAddress, role: actor.role, own });
    if (!decision.allowed) return refuseBy(decision);
    const { pattern } = decision;
    const block = await saveBlock(tx, { pattern, reason: args.reason, agentId: actor.agentId });
    await rest(tx, i, actor, args.reason, block);
    return done({ blockId: block.id });
}

async function refuseMarking(tx: Transaction, i: Interaction, actor: Actor): Promise<Refused | null> {
    const decision = decideMarking({
        spam: i.spam !== null,
        merged: i.mergedInto !== null,
        status: i.status,
        actor,
        assignedTo: await assignedToWhom(tx, i),
    });
    return decision.allowed ? null : refuseBy(decision);
}

async function rest(
    tx: Transaction,
    i: Interaction,
    actor: Actor,
    reason: string,
    block: Block | null,
): Promise<void> {
    const waitingSince = i.spam?.waitingSince ?? i.waitingSince;
    tx.signals.spam = true;
    i.spam = { blockId: block?.id ?? null, waitingSince };
    i.waitingSince = null;
    i.unread = false;
    if (i.status === 'pending') i.status = 'open';
    i.followUpAt = null;
    i.pendingBy = null;
    await clearTimer(tx, 'follow_up', i.id);
    const said = { byAgentId: actor.agentId, reason, at: tx.now };
    await letRest(
        tx,
        i,
        block
            ? { kind: 'blocked_sender', scope: scopeOf(block.pattern), ...said }
            : { kind: 'marked_spam', ...said },
    );
    // What the agent had open is read again even where nobody had it.
    tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
}

/** What a blocked sender's new mail is: kept, in the Spam list, on the way to nobody. */
export async function keepBlocked(tx: Transaction, i: Interaction, block: Block): Promise<void> {
    tx.signals.spam = true;
    i.spam = { blockId: block.id, waitingSince: null };
    const { reason, createdAt: at, agentId: byAgentId } = block;
    i.why = { kind: 'blocked_sender', scope: scopeOf(block.pattern), reason, at, byAgentId: byAgentId ?? 0 };
    const { kind, ...data } = i.why;
    await record(tx, i, { kind, data });
}

/** Routed as if it had just come in, with the arrival that it had. It is not acknowledged: that time is over. */
export async function releaseSpam(
    tx: Transaction,
    actor: Actor,
    { interactionId }: { interactionId: number },
): Promise<Outcome<Nothing>> {
    const i = await lockInteraction(tx, interactionId);
    if (!i) return notFound('This interaction');
    if (i.spam === null) return refuse('It is not in the Spam list.');
    await release(tx, actor, i);
    return done({});
}

async function release(tx: Transaction, actor: Actor, i: Interaction): Promise<void> {
    // Marked while nobody waited: somebody looks at it all the same.
    i.waitingSince = i.spam?.waitingSince ?? tx.now;
    tx.signals.spam = true;
    i.spam = null;
    i.unread = true;
    await record(tx, i, { kind: 'spam_released', agentId: actor.agentId });
    await routeCustomerMessage(tx, i);
    await saveInteraction(tx, i);
    tx.tell(actor.agentId, 'interaction_changed', { interactionId: i.id });
}

/** An address that has not written yet, or a domain. */
export async function addBlock(
    tx: Transaction,
    actor: Actor,
    { scope, address, reason }: { scope: BlockScope; address: string; reason: string },
): Promise<Outcome<{ blockId: number }>> {
    const own = (await listOwnAddresses(tx)).map((mailbox) => mailbox.address);
    const asked = scope === 'domain' && !address.includes('@') ? `any@${address}` : address;
    const decision = decideBlock({ scope, address: asked.replace(/^@/, 'any@'), role: actor.role, own });
    if (!decision.allowed) return refuseBy(decision);
    const { pattern } = decision;
    if ((await findBlocks(tx, [pattern])).length > 0) return refuse(`${pattern} is blocked already.`);
    return done({ blockId: (await saveBlock(tx, { pattern, reason, agentId: actor.agentId })).id });
}

/** Ends a block, and with it releases what it kept: so many at once, the rest by asking again. */
export async function removeBlock(
    tx: Transaction,
    actor: Actor,
    { blockId, release: alsoRelease }: { blockId: number; release: boolean },
): Promise<Outcome<{ released: number; left: boolean }>> {
    const kept = alsoRelease ? await keptByBlock(tx, blockId, MOST_RELEASED + 1) : [];
    const locked = await lockInteractions(tx, kept.slice(0, MOST_RELEASED));
    const left = kept.length > MOST_RELEASED;
    const lifted = await liftBlock(tx, blockId, actor.agentId);
    if (!lifted && kept.length === 0) return notFound('This block');
    const theirs = locked.filter((i) => i.spam?.blockId === blockId);
    for (const i of theirs) await release(tx, actor, i);
    return done({ released: theirs.length, left });
}
const MOST_RELEASED = 100;
