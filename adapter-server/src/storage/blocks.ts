import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

/** E12. One in force per pattern; a lifted one stays as the record of who blocked, and who lifted. */
export interface Block {
    readonly id: number;
    readonly pattern: string;
    readonly reason: string;
    readonly agentId: number | null;
    readonly createdAt: number;
}
const COLUMNS = 'id, pattern, reason, agent_id, created_at';

const inForce = statement<Block>(
    'blocks_in_force',
    `select ${COLUMNS} from blocks where pattern = any($1::text[]) and lifted_at is null`,
);
const insert = statement<Block>(
    'block_insert',
    `insert into blocks (pattern, reason, agent_id, created_at) values ($1, $2, $3, $4)
     on conflict (pattern) where lifted_at is null do update set pattern = excluded.pattern returning ${COLUMNS}`,
);
const lift = statement<Block>(
    'block_lift',
    `update blocks set lifted_at = $2, lifted_by = $3 where id = $1 and lifted_at is null returning ${COLUMNS}`,
);
const list = statement<Block & { by: string | null }>(
    'blocks_list',
    `select b.id, b.pattern, b.reason, b.agent_id, b.created_at, a.first_name || ' ' || a.last_name as by
     from blocks b left join agents a on a.id = b.agent_id
     where b.lifted_at is null and ($1::int is null or b.id < $1) order by b.id desc limit $2`,
);
const kept = statement<{ id: number }>(
    'block_kept',
    `select id from interactions where spam is not null and (spam ->> 'blockId')::int = $1 order by id limit $2`,
);

type On = Pick<Transaction, 'run'>;
/** Of these patterns, those that are blocked. */
export const findBlocks = (on: On, patterns: readonly string[]): Promise<Block[]> =>
    patterns.length === 0 ? Promise.resolve([]) : on.run(inForce, [patterns]);
/** The one in force, where there is one already. */
export const saveBlock = (
    tx: Transaction,
    block: { pattern: string; reason: string; agentId: number },
): Promise<Block> => tx.one(insert, [block.pattern, block.reason, block.agentId, tx.now]);
export const liftBlock = (tx: Transaction, id: number, agentId: number): Promise<Block | null> =>
    tx.first(lift, [id, tx.now, agentId]);
/** One more than the limit where there are more. */
export const listBlockRows = (on: On, page: { before: number | null; limit: number }) =>
    on.run(list, [page.before, page.limit + 1]);
export const keptByBlock = async (on: On, blockId: number, limit: number): Promise<number[]> =>
    (await on.run(kept, [blockId, limit])).map((row) => row.id);
