import type { CommandArgs, CommandName, CommandResult } from '../protocol/commands.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { Actor, Outcome } from '../workflows/outcome.ts';

/** The workflow behind each command. main.ts fills the table; the gateway has parsed and authorized before it calls. */
export type CommandHandlers = {
    readonly [N in CommandName]: (
        tx: Transaction,
        actor: Actor,
        args: CommandArgs<N>,
    ) => Promise<Outcome<CommandResult<N>>>;
};
