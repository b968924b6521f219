import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

const begin = statement<{ id: string }>(
    'command_begin',
    `insert into commands (id, agent_id, name, at) values ($1, $2, $3, $4) on conflict do nothing returning id`,
);
const read = statement<{ name: string; reply: unknown }>(
    'command_read',
    `select name, reply from commands where agent_id = $2 and id = $1`,
);
const finish = statement('command_finish', `update commands set reply = $3 where agent_id = $2 and id = $1`);
const trim = statement('commands_trim', `delete from commands where at < $1`);

/**
 * The same command id twice does the work once: the second waits here for the first's commit and gets its answer.
 * A refused command is rolled back with its row, so that a later try is judged anew.
 */
export async function beginCommand(
    tx: Transaction,
    id: string,
    agentId: number,
    name: string,
): Promise<
    { readonly first: true } | { readonly first: false; readonly name: string; readonly reply: unknown }
> {
    if (await tx.first(begin, [id, agentId, name, tx.now])) return { first: true };
    const earlier = await tx.one(read, [id, agentId]);
    return { first: false, name: earlier.name, reply: earlier.reply };
}
export const finishCommand = (
    tx: Transaction,
    id: string,
    agentId: number,
    reply: unknown,
): Promise<unknown> => tx.run(finish, [id, agentId, JSON.stringify(reply)]);
export const trimCommands = (tx: Transaction, before: number): Promise<unknown> => tx.run(trim, [before]);
