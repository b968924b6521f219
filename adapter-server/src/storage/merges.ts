import { statement } from './database.ts';
import { INTERACTION_COLUMNS, lockInteraction, type Interaction } from './interactions.ts';
import { readMessage, type Message } from './messages.ts';
import { loadedIn } from './touched.ts';
import type { Transaction } from './transaction.ts';

const target = statement<{ id: number }>(
    'merge_target',
    `with recursive chain as (
         select id, merged_into, 0 as step from interactions where id = $1
         union all
         select i.id, i.merged_into, c.step + 1 from chain c join interactions i on i.id = c.merged_into where c.step < 50)
     select id from chain order by step desc limit 1`,
);

/** Where an interaction's messages are now; a later reply to a merged thread belongs there. */
export const followMerges = async (tx: Pick<Transaction, 'run'>, id: number): Promise<number> =>
    (await tx.run(target, [id]))[0]?.id ?? id;

/** Locked where its messages are now: it may have been merged while this waited for its lock. */
export async function lockFollowingMerges(tx: Transaction, id: number): Promise<Interaction | null> {
    for (let at = id; ;) {
        const i = await lockInteraction(tx, at);
        if (!i || i.mergedInto === null) return i;
        at = i.mergedInto;
    }
}

const lockOfMessage = statement<Interaction>(
    'interaction_lock_of_message',
    `select ${INTERACTION_COLUMNS} from interactions i
     where i.id = (select interaction_id from messages where id = $1) for no key update`,
);

/** The message and its interaction, locked: where it is now, though it was merged while this waited for its lock. */
export async function lockInteractionOf(
    tx: Transaction,
    messageId: number,
): Promise<{ readonly message: Message; readonly i: Interaction } | null> {
    for (;;) {
        const [i] = loadedIn(tx, await tx.run(lockOfMessage, [messageId]));
        const message = i && (await readMessage(tx, messageId));
        if (!i || !message) return null;
        if (message.interactionId === i.id) return { message, i };
    }
}
