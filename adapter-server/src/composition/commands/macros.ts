import { mailFormat } from '../../channels/email/sending/mailFormat.ts';
import { deleteMacro, deleteOwnMacro, saveMacro, saveOwnMacro } from '../../workflows/keepMacros.ts';
import { runMacro } from '../../workflows/runMacro.ts';
import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { MACRO_COMMANDS } from '../../protocol/commands/macros.ts';
import type { CommandTableParts } from '../commandTable.ts';

export const macroCommands = (
    parts: CommandTableParts,
): Pick<CommandHandlers, keyof typeof MACRO_COMMANDS> => ({
    saveMacro,
    deleteMacro,
    saveOwnMacro,
    deleteOwnMacro,
    runMacro: runMacro({ tokens: parts.replyTokens, format: mailFormat }),
});
