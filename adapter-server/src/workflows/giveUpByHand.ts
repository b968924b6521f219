import { saveInteraction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { lockInteractionOf } from '../storage/merges.ts';
import { saveDelivery } from '../storage/messages.ts';
import { giveUpOutboxRow } from '../storage/outbox.ts';
import { readQuarantined, resolveQuarantined } from '../storage/quarantine.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';

type Nothing = Record<string, never>;

/** An admin has nobody wait for a quarantined mail any more. It stays, raw, with who and why. */
export async function discardQuarantined(
    tx: Transaction,
    actor: Actor,
    { quarantineId, reason }: { readonly quarantineId: number; readonly reason: string },
): Promise<Outcome<Nothing>> {
    const row = await readQuarantined(tx, quarantineId);
    if (!row) return notFound('This quarantined mail');
    if (row.resolvedAt !== null) return refuse('It was dealt with already.', 'Look at the list again.');
    await resolveQuarantined(tx, quarantineId, { resolution: 'discarded', by: actor.name, reason });
    return done({});
}

/** An admin gives up on a mail that could not be sent; it is said on its interaction, and it may still be retried. */
export async function giveUpOutbox(
    tx: Transaction,
    actor: Actor,
    { outboxId, reason }: { readonly outboxId: number; readonly reason: string },
): Promise<Outcome<Nothing>> {
    const row = await giveUpOutboxRow(tx, outboxId, actor.name, reason);
    if (!row)
        return refuse(
            'It is being sent, was sent, or was given up already.',
            'Look at the list again in a minute.',
        );
    await saveDelivery(tx, row.payload.messageId, 'failed', `Given up: ${reason}`.slice(0, 500));
    const found = await lockInteractionOf(tx, row.payload.messageId);
    if (found) {
        const { i } = found;
        const data = { ...row.payload, detail: `${actor.name} gave it up: ${reason}`.slice(0, 300) };
        await record(tx, i, { kind: 'send_failed', agentId: actor.agentId, data });
        await saveInteraction(tx, i);
    }
    return done({});
}
