import { decideMailEffects, type MailEffects } from '../../core/policies/automaticMail.ts';
import { blockPatterns } from '../../core/policies/blocking.ts';
import type { ParsedMail } from '../../ports/mailboxEvents.ts';
import type { ReplyTokens } from '../../ports/replyTokens.ts';
import { lockAgentsForRouting } from '../../storage/agents.ts';
import { findBlocks, type Block } from '../../storage/blocks.ts';
import { lockInteractions, reserveInteractionIds, type Interaction } from '../../storage/interactions.ts';
import { findByMessageIds, findMessagesByContent, reserveMessageIds } from '../../storage/messages.ts';
import { findCustomers, saveCustomers } from '../../storage/people.ts';
import { scheduledAuthors } from '../../storage/reads/scheduled.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { acknowledgementFacts, type AcknowledgementFacts } from './acknowledge.ts';
import { findThreads, headerIds, type FoundThread, type MailOfThread } from './findThreads.ts';

/** All that taking in one mail asks of the store. What its interaction had is locked. */
export interface MailFacts extends MailOfThread {
    /** The stored message that it is, or is a copy of. */
    readonly duplicateOf: number | null;
    readonly thread: FoundThread;
    readonly block: Block | null;
    readonly effects: MailEffects;
    /** The interaction that it belongs to; null: one of its own. */
    readonly match: Interaction | null;
    /** Numbers for its message and for an acknowledgement of it. */
    readonly messageId: number;
    readonly reserved: number;
    /** Of an interaction of its own, and its customer; null where it was expected to need none. */
    readonly interactionId: number | null;
    readonly customerId: number | null;
    readonly acknowledgement: AcknowledgementFacts | null;
    /** Agents who have mail scheduled on the interaction that it belongs to. */
    readonly scheduledBy: readonly number[];
}

type Threaded = MailOfThread & Pick<MailFacts, 'duplicateOf' | 'thread' | 'block' | 'effects'>;

/**
 * Looks up mails that have nothing to do with each other, by as many statements as one of them needs. Ends before the
 * first that may belong to a thread of one before it: what that one leaves behind must be known first.
 */
export async function lookUpMails(
    tx: Transaction,
    tokens: ReplyTokens,
    mails: readonly MailOfThread[],
): Promise<MailFacts[]> {
    const parsed = mails.map((each) => each.parsed);
    const addresses = parsed.flatMap(({ from }) => (from ? [from.address] : []));
    const [byContent, known, blocks, customers, messageIds] = await Promise.all([
        findMessagesByContent(
            tx,
            parsed.map(({ contentHash }) => contentHash),
        ),
        findByMessageIds(tx, [...new Set(parsed.flatMap(idsIn))]),
        // Asked in the transaction, along with the others: no process can know less than the database.
        findBlocks(tx, addresses.flatMap(blockPatterns)),
        findCustomers(tx, addresses),
        reserveMessageIds(tx, 2 * mails.length),
    ]);
    const threads = await findThreads(tx, tokens, mails, known);
    const threaded = apart(
        mails.map((each, n): Threaded => {
            const thread = threads[n] ?? unexpected();
            const patterns = each.parsed.from ? blockPatterns(each.parsed.from.address) : [];
            return {
                ...each,
                thread,
                duplicateOf: byContent.get(each.parsed.contentHash) ?? thread.ownCopyOf,
                block:
                    patterns.map((pattern) => blocks.find((b) => b.pattern === pattern)).find(Boolean) ??
                    null,
                effects: decideMailEffects({
                    kind: each.parsed.classification.kind,
                    matched: thread.append !== null,
                    answersOurAcknowledgement: thread.answersAcknowledgement,
                }),
            };
        }),
    );
    const names = new Map(customers.map((customer) => [customer.address, customer]));
    const locked = await lockWhatTheyChange(tx, threaded, names);
    const facts = threaded.map((each, n): MailFacts => ({
        ...each,
        match: locked.interactions.get(each.thread.append ?? 0) ?? null,
        messageId: messageIds[2 * n] ?? 0,
        reserved: messageIds[2 * n + 1] ?? 0,
        interactionId: locked.numbers.get(each) ?? null,
        customerId: locked.customers.get(each.parsed.from?.address ?? '') ?? null,
        acknowledgement: locked.acknowledgements.get(each) ?? null,
        scheduledBy: locked.scheduled
            .filter(({ interactionId }) => interactionId === each.thread.append)
            .map(({ agentId }) => agentId),
    }));
    // Merged while this waited for its lock: it is another thread's now, which one of the others may have, too.
    const moved = facts.findIndex(({ match }) => match !== null && match.mergedInto !== null);
    return moved === -1 ? facts : facts.slice(0, Math.max(1, moved));
}

const idsIn = (parsed: ParsedMail): string[] => [
    ...(parsed.messageId ? [parsed.messageId] : []),
    ...headerIds(parsed),
];

/** Those before the first that shares a thread with one before it. */
function apart(mails: readonly Threaded[]): readonly Threaded[] {
    const threads = new Set<number>();
    for (const [n, { thread }] of mails.entries()) {
        if (thread.candidates.some((id) => threads.has(id))) return mails.slice(0, n);
        for (const id of thread.candidates) threads.add(id);
    }
    return mails;
}

type KnownCustomers = ReadonlyMap<string, { readonly id: number; readonly name: string }>;

/** In one flight and in the order of locks: interactions by their numbers, then what acknowledgements count. */
async function lockWhatTheyChange(tx: Transaction, threaded: readonly Threaded[], known: KnownCustomers) {
    const stored = threaded.filter(({ duplicateOf, parsed }) => duplicateOf === null && parsed.from);
    const appended = stored.flatMap(({ thread }) => (thread.append === null ? [] : [thread.append]));
    const acknowledged = stored.filter(
        ({ thread, block, effects }) => thread.append === null && block === null && effects.acknowledges,
    );
    const beginning = stored.filter(({ thread, block }) => thread.append === null || block !== null);
    const [interactions, facts, customers, numbers, scheduled] = await Promise.all([
        appended.length === 0 ? [] : lockInteractions(tx, appended),
        acknowledgementFacts(
            tx,
            acknowledged.map(({ parsed }) => parsed),
        ),
        customersOf(tx, beginning, known),
        reserveInteractionIds(tx, beginning.length),
        scheduledAuthors(tx, appended),
    ]);
    await lockAgents(tx, interactions);
    return {
        interactions: new Map(interactions.map((i) => [i.id, i])),
        acknowledgements: new Map(acknowledged.map((each, n) => [each, facts[n] ?? null])),
        customers,
        numbers: new Map(beginning.map((each, n) => [each, numbers[n] ?? null])),
        scheduled,
    };
}

/** Those that several of these may be offered to or held for: each of them locks one more as it is routed. */
async function lockAgents(tx: Transaction, interactions: readonly Interaction[]): Promise<void> {
    const agents = interactions.flatMap(({ agentId, pendingBy, originalAgentId }) =>
        [agentId, pendingBy ?? originalAgentId].filter((id) => id !== null),
    );
    if (interactions.length > 1 && agents.length > 0) await lockAgentsForRouting(tx, agents, 'email');
}

/** Made where one is new, and renamed where they write under another name now. */
async function customersOf(
    tx: Transaction,
    mails: readonly Threaded[],
    known: KnownCustomers,
): Promise<ReadonlyMap<string, number>> {
    const senders = mails.flatMap(({ parsed }) => (parsed.from ? [parsed.from] : []));
    const otherwise = senders.filter(({ address, name }) => {
        const before = known.get(address);
        return !before || (name !== '' && name !== before.name);
    });
    const made = await saveCustomers(tx, otherwise);
    return new Map([...[...known].map(([address, { id }]) => [address, id] as const), ...made]);
}

function unexpected(): never {
    throw new Error('A mail was looked up without its thread.');
}
