import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { SPAM_COMMANDS } from '../../protocol/commands/spam.ts';
import { addBlock, blockSender, markSpam, releaseSpam, removeBlock } from '../../workflows/spam.ts';

export const spamCommands: Pick<CommandHandlers, keyof typeof SPAM_COMMANDS> = {
    markSpam,
    blockSender,
    releaseSpam,
    addBlock,
    removeBlock,
};
