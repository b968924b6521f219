import { saveDraft } from '../../workflows/saveDraft.ts';
import { sendReply } from '../../workflows/sendReply.ts';
import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { WRITING_COMMANDS } from '../../protocol/commands/writing.ts';
import type { CommandTableParts } from '../commandTable.ts';

export const writingCommands = (
    parts: CommandTableParts,
): Pick<CommandHandlers, keyof typeof WRITING_COMMANDS> => ({
    sendReply: sendReply(parts.replyTokens),
    saveDraft,
});
