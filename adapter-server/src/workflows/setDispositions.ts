import {
    insertDisposition,
    queueDispositions,
    retireDispositions,
    saveDisposition,
} from '../storage/dispositions.ts';
import { lockQueue } from '../storage/queueAdministration.ts';
import { findQueue } from '../storage/queues.ts';
import type { Transaction } from '../storage/transaction.ts';
import { conflict, done, notFound, refuse, type Actor, type Outcome } from './outcome.ts';

export interface SetDispositionsArgs {
    readonly queueId: number;
    readonly items: readonly { readonly id?: number | null | undefined; readonly label: string }[];
}

/** A11: "dispositions per queue". One that interactions were closed with stays theirs, and is no longer offered. */
export async function setDispositions(
    tx: Transaction,
    _actor: Actor,
    { queueId, items }: SetDispositionsArgs,
): Promise<Outcome<Record<string, never>>> {
    if (!(await findQueue(tx, queueId))) return notFound('This queue');
    const labels = items.map(({ label }) => label.trim().toLowerCase());
    const twice = items.find(({ label }, at) => labels.indexOf(label.trim().toLowerCase()) !== at);
    if (twice) return refuse(`"${twice.label}" is there twice.`, 'Remove one of the two.');
    await lockQueue(tx, queueId);
    const before = new Set((await queueDispositions(tx, queueId)).map(({ id }) => id));
    if (items.some(({ id }) => id && !before.has(id)))
        return conflict('Somebody else changed the outcomes meanwhile.', 'Load them again.');
    for (const [at, { id, label }] of items.entries()) {
        if (id) await saveDisposition(tx, id, label.trim(), at);
        else await insertDisposition(tx, queueId, label.trim(), at);
    }
    const kept = new Set(items.map(({ id }) => id));
    await retireDispositions(
        tx,
        [...before].filter((id) => !kept.has(id)),
    );
    return done({});
}
