import { decideSavedText } from '../core/policies/savedText.ts';
import { findQueue } from '../storage/queues.ts';
import { saveAgentSignature, saveQueueSignature } from '../storage/signatures.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuseBy, type Actor, type Outcome } from './outcome.ts';

type Nothing = Record<string, never>;

/** An agent's own; empty: the queue's is used (policies/signature.ts). */
export async function saveOwnSignature(
    tx: Transaction,
    actor: Actor,
    { text }: { text: string },
): Promise<Outcome<Nothing>> {
    const decision = decideSavedText({ what: 'signature', text });
    if (!decision.allowed) return refuseBy(decision);
    await saveAgentSignature(tx, actor.agentId, text);
    return done({});
}

export async function saveSignatureOfQueue(
    tx: Transaction,
    _actor: Actor,
    { queueId, text }: { queueId: number; text: string },
): Promise<Outcome<Nothing>> {
    const decision = decideSavedText({ what: 'signature', text });
    if (!decision.allowed) return refuseBy(decision);
    if (!(await findQueue(tx, queueId))) return notFound('This queue');
    await saveQueueSignature(tx, queueId, text);
    return done({});
}
