import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface WrappedKey {
    readonly id: number;
    readonly wrapped: Buffer;
}
const list = statement<WrappedKey>(
    'encryption_keys',
    `select id, wrapped from encryption_keys order by id desc`,
);
const insert = statement<{ id: number }>(
    'encryption_key_insert',
    `insert into encryption_keys (wrapped, created_at) values ($1, $2) returning id`,
);
const rewrap = statement('encryption_key_rewrap', `update encryption_keys set wrapped = $2 where id = $1`);
const turn = statement(
    'encryption_keys_turn',
    `select pg_advisory_xact_lock(hashtextextended('encryption_keys', 0))`,
);
const retire = statement(
    'encryption_keys_retire',
    `delete from encryption_keys k where k.id <> $1
       and not exists (select 1 from mailboxes m where m.secret_key_id = k.id)`,
);

type On = Pick<Transaction, 'run'>;
/** Newest first. */
export const listKeys = (on: On): Promise<WrappedKey[]> => on.run(list);
export const insertKey = async (tx: Transaction, wrapped: Buffer): Promise<number> =>
    (await tx.one(insert, [wrapped, tx.now])).id;
export const saveWrapped = (tx: Transaction, id: number, wrapped: Buffer): Promise<unknown> =>
    tx.run(rewrap, [id, wrapped]);
/** One process at a time makes keys. */
export const takeKeysTurn = (tx: Transaction): Promise<unknown> => tx.run(turn);
/** Drops keys that nothing is sealed with. */
export const retireKeys = (tx: Transaction, newest: number): Promise<unknown> => tx.run(retire, [newest]);
