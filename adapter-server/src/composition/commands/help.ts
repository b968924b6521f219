import {
    deleteOwnQuickReply,
    deleteQuickReply,
    saveOwnQuickReply,
    saveQuickReply,
} from '../../workflows/keepQuickReplies.ts';
import { saveOwnSignature, saveSignatureOfQueue } from '../../workflows/saveSignature.ts';
import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { HELP_COMMANDS } from '../../protocol/commands/help.ts';

export const helpCommands: Pick<CommandHandlers, keyof typeof HELP_COMMANDS> = {
    saveQuickReply,
    deleteQuickReply,
    saveOwnQuickReply,
    deleteOwnQuickReply,
    saveOwnSignature,
    saveSignatureOfQueue,
};
