import { statement } from './database.ts';
import { oneOrMany } from './oneOrMany.ts';
import type { Transaction } from './transaction.ts';

/** What the caps of E3 count: acknowledgements are messages, found by whom they went to. */
const acknowledged = oneOrMany<{ address: string; n: number }>(
    'acknowledgements_to',
    'text',
    (isAsked) => `select recipients -> 0 ->> 'address' as address, count(*)::int as n from messages
     where kind = 'acknowledgement' and at > $2 and recipients -> 0 ->> 'address' ${isAsked} group by 1`,
);
const acknowledgementSubjects = statement<{ subject: string }>(
    'acknowledgement_subjects',
    `select subject from messages where kind = 'acknowledgement' and at > $2
       and recipients -> 0 ->> 'address' = $1`,
);
/** In one order, so that two transactions with several of the same cannot deadlock. */
const lockAcknowledged = statement(
    'acknowledgements_lock',
    `select pg_advisory_xact_lock(key) from (
         select distinct hashtextextended('acknowledgements:' || address, 0) as key from unnest($1::text[]) address
         order by 1) keys`,
);
type On = Pick<Transaction, 'run'>;
/** How many each of these addresses got since then; absent: none. */
export const acknowledgementsTo = async (
    on: On,
    addresses: readonly string[],
    since: number,
): Promise<Map<string, number>> =>
    new Map((await acknowledged(on, addresses, since)).map(({ address, n }) => [address, n]));
export const acknowledgementSubjectsTo = async (on: On, address: string, since: number): Promise<string[]> =>
    (await on.run(acknowledgementSubjects, [address, since])).map(({ subject }) => subject);
/** Until the commit nobody else counts or sends acknowledgements to these addresses. */
export const lockAcknowledgementsTo = (tx: Transaction, addresses: readonly string[]): Promise<unknown> =>
    tx.later(lockAcknowledged, [addresses]);
