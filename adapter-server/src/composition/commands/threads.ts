import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { THREAD_COMMANDS } from '../../protocol/commands/threads.ts';
import { splitMessage } from '../../workflows/splitMessage.ts';
import type { CommandTableParts } from '../commandTable.ts';

export const threadCommands = (
    parts: CommandTableParts,
): Pick<CommandHandlers, keyof typeof THREAD_COMMANDS> => ({
    splitMessage: splitMessage(parts.preview),
});
