import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { TRANSFER_COMMANDS } from '../../protocol/commands/transfer.ts';
import { transferInteraction } from '../../workflows/transferInteraction.ts';

export const transferCommands: Pick<CommandHandlers, keyof typeof TRANSFER_COMMANDS> = {
    transferInteraction,
};
