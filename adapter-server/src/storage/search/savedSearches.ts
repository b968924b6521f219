import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface SavedSearch {
    readonly id: number;
    readonly name: string;
    readonly query: string;
}
const list = statement<SavedSearch>(
    'saved_searches_list',
    `select id, name, query from saved_searches where agent_id = $1 order by lower(name), id`,
);
const count = statement<{ n: number }>(
    'saved_searches_count',
    `select count(*)::int as n from saved_searches where agent_id = $1 and lower(name) <> lower($2)`,
);
const save = statement<{ id: number }>(
    'saved_search_save',
    `insert into saved_searches (agent_id, name, query, created_at) values ($1, $2, $3, $4)
     on conflict (agent_id, lower(name)) do update set name = excluded.name, query = excluded.query returning id`,
);
const remove = statement<{ id: number }>(
    'saved_search_remove',
    `delete from saved_searches where id = $2 and agent_id = $1 returning id`,
);

type On = Pick<Transaction, 'run'>;
export const listSavedSearches = (on: On, agentId: number): Promise<SavedSearch[]> => on.run(list, [agentId]);
export const countOtherSavedSearches = async (on: On, agentId: number, name: string): Promise<number> =>
    (await on.run(count, [agentId, name]))[0]?.n ?? 0;
/** One of the same name is replaced. */
export const saveSavedSearch = async (
    tx: Transaction,
    agentId: number,
    name: string,
    query: string,
): Promise<number> => (await tx.one(save, [agentId, name, query, tx.now])).id;
/** False where the agent has none of that id. */
export const removeSavedSearch = async (tx: Transaction, agentId: number, id: number): Promise<boolean> =>
    (await tx.first(remove, [agentId, id])) !== null;
