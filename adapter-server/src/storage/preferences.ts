import type { Channel } from '../core/vocabulary.ts';
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

const hide = statement('agent_hidden_counters', `update agents set hidden_counters = $2 where id = $1`);
export const saveHiddenCounters = (
    tx: Transaction,
    agentId: number,
    channels: readonly Channel[],
): Promise<unknown> => tx.run(hide, [agentId, channels]);
