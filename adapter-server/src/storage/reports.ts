import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const reports = statement<{ id: number }>(
    'reports_of',
    `with recursive team as (
         select id from agents where reporting_manager_id = $1
         union
         select a.id from agents a join team t on a.reporting_manager_id = t.id)
     select id from team where id <> $1 order by id`,
);

/** Everybody who reports to this person, directly or through others (L4). */
export const reportsOf = async (on: Pick<Transaction, 'run'>, managerId: number): Promise<number[]> =>
    (await on.run(reports, [managerId])).map((row) => row.id);
