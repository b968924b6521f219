import type { MailOrigin } from '../ports/mailboxEvents.ts';
import { saveInteraction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { lockInteractionOf } from '../storage/merges.ts';
import { saveDelivery } from '../storage/messages.ts';
import { reviveOutbox } from '../storage/outbox.ts';
import { readQuarantined, resolveQuarantined } from '../storage/quarantine.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';

type Nothing = Record<string, never>;

/** An admin has it sent again: what failed for good, or what waits for its next try. */
export async function retryOutbox(
    tx: Transaction,
    actor: Actor,
    { outboxId }: { outboxId: number },
): Promise<Outcome<Nothing>> {
    const row = await reviveOutbox(tx, outboxId);
    if (!row) return refuse('It is being sent, or was sent already.', 'Look at the list again in a minute.');
    tx.signals.outbox = true;
    await saveDelivery(tx, row.payload.messageId, 'waiting', null);
    const found = await lockInteractionOf(tx, row.payload.messageId);
    if (found) {
        const { i } = found;
        await record(tx, i, { kind: 'send_retried', agentId: actor.agentId, data: row.payload });
        await saveInteraction(tx, i);
    }
    return done({});
}

/** Reads a quarantined mail again, after an update that may understand it; `reparse` is main's. */
export const retryQuarantined =
    (
        receiveAgain: (
            tx: Transaction,
            mail: {
                rawSha256: Buffer;
                origin: MailOrigin;
                envelopeFrom: string | null;
                envelopeTo: string[];
            },
        ) => Promise<{ stored: true } | { stored: false; reason: string }>,
    ) =>
    async (
        tx: Transaction,
        actor: Actor,
        { quarantineId }: { quarantineId: number },
    ): Promise<Outcome<Nothing>> => {
        const row = await readQuarantined(tx, quarantineId);
        if (!row) return notFound('This quarantined mail');
        if (row.resolvedAt !== null) return refuse('It was dealt with already.', 'Look at the list again.');
        const again = await receiveAgain(tx, { ...row, origin: row.origin as MailOrigin });
        if (!again.stored)
            return refuse(
                `It still cannot be read: ${again.reason}`,
                'Download it raw to see what it holds.',
            );
        await resolveQuarantined(tx, quarantineId, {
            resolution: 'taken_in',
            by: actor.name,
            reason: null,
        });
        return done({});
    };
