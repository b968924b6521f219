import type { Transaction } from '../../storage/transaction.ts';
import { saveTyping, saveWatching } from '../../storage/watching.ts';

/** W10, collision: a tab shows another interaction now, or none. Whoever else has it open is told. */
export async function watchInteraction(
    tx: Transaction,
    connectionId: string,
    interactionId: number | null,
): Promise<void> {
    const before = await saveWatching(tx, connectionId, interactionId);
    for (const id of [before, interactionId]) if (id !== null) tx.signals.watched.add(id);
}

/** "Ana is typing a reply": said once when it begins and once when it ends, not with every key. */
export async function sayTyping(
    tx: Transaction,
    connectionId: string,
    interactionId: number,
    typing: boolean,
): Promise<void> {
    if (await saveTyping(tx, connectionId, interactionId, typing)) tx.signals.watched.add(interactionId);
}
