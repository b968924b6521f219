import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const missing = statement<{ id: number }>(
    'graces_missing',
    `select a.id from agents a where (a.connected or a.chosen_status <> 'logged_out')
       and not exists (select 1 from timers t where t.kind = 'connection_grace' and t.subject_id = a.id)`,
);
/** Agents who count as here but whom nothing would ever log out. */
export const armMissingGrace = async (tx: Transaction): Promise<number[]> =>
    (await tx.run(missing)).map((row) => row.id);
