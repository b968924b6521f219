import type { MacroStep } from '../core/policies/macroSteps.ts';
import { statement } from './database.ts';
import type { Owner } from './quickReplies.ts';
import type { Transaction } from './transaction.ts';

export interface Macro extends Owner {
    readonly id: number;
    /** A digit; null: from the menu alone. */
    readonly key: string | null;
    readonly title: string;
    readonly steps: MacroStep[];
}

const COLUMNS = `id, queue_id, agent_id, key, title, steps`;
/** The nearest first, as quick replies are. */
const list = statement<Macro>(
    'macros_list',
    `select ${COLUMNS} from macros
     where agent_id = $1 or (agent_id is null and (queue_id is null or $2::int[] is null or queue_id = any($2)))
     order by agent_id nulls last, queue_id nulls last, key nulls last, lower(title), id`,
);
const find = statement<Macro>('macro_find', `select ${COLUMNS} from macros where id = $1`);
const insert = statement<{ id: number }>(
    'macro_insert',
    `insert into macros (queue_id, agent_id, key, title, steps, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
);
const update = statement<{ id: number }>(
    'macro_update',
    `update macros m set queue_id = $2, agent_id = $3, key = $4, title = $5, steps = $6, changed_at = $7, changed_by = $8
     where id = $1 and not exists (select 1 from macros o where o.id <> m.id and o.key = $4
         and o.queue_id is not distinct from $2 and o.agent_id is not distinct from $3)
     returning id`,
);
const remove = statement('macro_delete', `delete from macros where id = $1`);
const dispositions = statement<{ id: number; label: string; queueId: number | null }>(
    'dispositions_all',
    `select id, label, queue_id from dispositions order by queue_id nulls first, position, id`,
);

type On = Pick<Transaction, 'run'>;

export const listMacros = (on: On, agentId: number, queueIds: readonly number[] | null): Promise<Macro[]> =>
    on.run(list, [agentId, queueIds]);

export const findMacro = (on: On, id: number): Promise<Macro | null> =>
    on.run(find, [id]).then((rows) => rows[0] ?? null);

/** Null where the key is taken there. */
export async function saveMacroRow(
    tx: Transaction,
    id: number | null,
    { queueId, agentId, key, title, steps }: Omit<Macro, 'id'>,
    changedBy: number,
): Promise<number | null> {
    const values = [queueId, agentId, key, title, JSON.stringify(steps), tx.now, changedBy];
    const row = id === null ? await tx.first(insert, values) : await tx.first(update, [id, ...values]);
    return row?.id ?? null;
}

export const deleteMacroRow = (tx: Transaction, id: number): Promise<unknown> => tx.run(remove, [id]);

/** Outcomes of every queue: what a macro may close with. */
export const listDispositions = (on: On): Promise<{ id: number; label: string; queueId: number | null }[]> =>
    on.run(dispositions);
