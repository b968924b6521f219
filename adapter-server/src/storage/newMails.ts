import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const any = statement<{ found: boolean }>(
    'interaction_has_messages',
    `select exists (select 1 from messages where interaction_id = $1) as found`,
);
const written = statement<{ found: boolean }>(
    'interaction_is_written',
    `select exists (select 1 from drafts where interaction_id = $1 and kind = 'new')
       and not exists (select 1 from messages where interaction_id = $1) as found`,
);
const setCustomer = statement(
    'interaction_set_customer',
    `update interactions set customer_id = $2 where id = $1`,
);

/** False for a new mail that is still being written. */
export const hasMessages = async (tx: Transaction, interactionId: number): Promise<boolean> =>
    (await tx.one(any, [interactionId])).found;
/** A new mail that is being written now: begun, and neither sent nor discarded. */
export const isBeingWritten = async (tx: Transaction, interactionId: number): Promise<boolean> =>
    (await tx.one(written, [interactionId])).found;
/** Before it was sent an agent may write it to somebody else. */
export const saveCustomerOf = (
    tx: Transaction,
    interactionId: number,
    customerId: number,
): Promise<unknown> => tx.run(setCustomer, [interactionId, customerId]);
