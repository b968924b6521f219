import { beginCommand, finishCommand } from '../../storage/commands.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { conflict, done, type Outcome } from '../outcome.ts';

export interface CommandKey {
    /** The client's, unique among its agent's commands. */
    readonly id: string;
    readonly agentId: number;
    readonly name: string;
}

/**
 * The same command id twice does the work once and answers the same. The caller rolls back on a refusal, which takes
 * the command's row away too: a later try is judged anew.
 */
export async function commandOnce<T>(
    tx: Transaction,
    key: CommandKey,
    work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
    const begun = await beginCommand(tx, key.id, key.agentId, key.name);
    if (!begun.first) {
        if (begun.name === key.name) return done(begun.reply as T);
        return conflict('This command id belongs to another command.', 'Make a new id for each command.');
    }
    const outcome = await work();
    if (outcome.ok) await finishCommand(tx, key.id, key.agentId, outcome.value);
    return outcome;
}
