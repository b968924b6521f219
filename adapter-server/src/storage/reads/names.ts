import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

const named = statement<{ kind: 'agent' | 'queue' | 'disposition'; id: number; name: string }>(
    'names_of',
    `select 'agent' as kind, id, first_name || ' ' || last_name as name from agents where id = any($1::int[])
     union all select 'queue', id, name from queues where id = any($2::int[])
     union all select 'disposition', id, label from dispositions where id = any($3::int[])`,
);

export interface NamesWanted {
    readonly agents?: Iterable<number | null>;
    readonly queues?: Iterable<number | null>;
    readonly dispositions?: Iterable<number | null>;
}
export type NameRow = { kind: 'agent' | 'queue' | 'disposition'; id: number; name: string };

const ids = (wanted: Iterable<number | null> = []): number[] => [
    ...new Set([...wanted].filter((id) => id !== null)),
];
/** All the names that a screen needs, in one statement. */
export const namesOf = (on: Pick<Transaction, 'run'>, wanted: NamesWanted): Promise<NameRow[]> =>
    on.run(named, [ids(wanted.agents), ids(wanted.queues), ids(wanted.dispositions)]);
