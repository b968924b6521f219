import type { Channel } from '../core/vocabulary.ts';
import { queuesOfAgent } from '../storage/queues.ts';
import { agentsWithReadyHolds, findStrayOffers, queuesWithWaiting } from '../storage/routing.ts';
import type { Store } from '../storage/transaction.ts';
import { endRingingOffer } from './endRingingOffer.ts';
import { drainHolds, drainQueue } from './routing/drain.ts';

/** Channels that are routed by drains. */
const ROUTED: readonly Channel[] = ['email'];

/** What a commit woke: agents first, so that what is held for somebody goes before what waits for anybody. */
export async function drainWoken(
    store: Store,
    woken: { readonly agents: ReadonlySet<number>; readonly queues: ReadonlySet<number> },
): Promise<void> {
    const queues = new Set(woken.queues);
    const reader = { run: store.read.bind(store) };
    for (const agentId of woken.agents) {
        for (const channel of ROUTED) await drainHolds(store, agentId, channel);
        for (const queueId of await queuesOfAgent(reader, agentId)) queues.add(queueId);
    }
    for (const queueId of queues) for (const channel of ROUTED) await drainQueue(store, queueId, channel);
}

/** Finds what a lost wake-up left: SKIP LOCKED may see nothing while work exists. Cheap where nothing waits. */
export async function sweepRouting(store: Store): Promise<void> {
    const reader = { run: store.read.bind(store) };
    for (const offer of await findStrayOffers(reader))
        await store.transaction('sweepOffer', (tx) => endRingingOffer(tx, offer.id, 'withdrawn'));
    for (const { agentId, channel } of await agentsWithReadyHolds(reader))
        await drainHolds(store, agentId, channel);
    for (const { queueId, channel } of await queuesWithWaiting(reader))
        await drainQueue(store, queueId, channel);
}
