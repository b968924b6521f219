import { mailFormat } from '../../channels/email/sending/mailFormat.ts';
import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { WRITING_COMMANDS } from '../../protocol/commands/writing.ts';
import { attachFromMessage } from '../../workflows/attachFromMessage.ts';
import { discardMail } from '../../workflows/discardMail.ts';
import { resendMail, sendScheduledNow } from '../../workflows/resendMail.ts';
import { saveDraft } from '../../workflows/saveDraft.ts';
import { sendForward } from '../../workflows/sendForward.ts';
import { sendNewMail } from '../../workflows/sendNewMail.ts';
import { sendReply } from '../../workflows/sendReply.ts';
import { startMail } from '../../workflows/startMail.ts';
import { undoSend } from '../../workflows/undoSend.ts';
import type { CommandTableParts } from '../commandTable.ts';

export function writingCommands({
    replyTokens,
}: CommandTableParts): Pick<CommandHandlers, keyof typeof WRITING_COMMANDS> {
    const parts = { tokens: replyTokens, format: mailFormat };
    return {
        sendReply: sendReply(parts),
        sendForward: sendForward(parts),
        attachFromMessage,
        startMail: startMail(replyTokens),
        sendNewMail: sendNewMail(parts),
        discardMail,
        undoSend,
        sendScheduledNow,
        resendMail: resendMail(replyTokens),
        saveDraft,
    };
}
