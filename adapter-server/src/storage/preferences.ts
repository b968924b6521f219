import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const save = statement(
    'agent_notify_by',
    `update agents set notify_by = jsonb_set(notify_by, array[$2::text], $3::jsonb, true) where id = $1`,
);
export const saveNotifyBy = (
    tx: Transaction,
    agentId: number,
    kind: string,
    by: { sound: boolean; desktop: boolean },
): Promise<unknown> => tx.run(save, [agentId, kind, JSON.stringify(by)]);
