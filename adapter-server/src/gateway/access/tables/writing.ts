import type { WRITING_COMMANDS } from '../../../protocol/commands/writing.ts';
import type { WRITING_QUERIES } from '../../../protocol/queries/writing.ts';
import type { RulesOf } from '../../authorization.ts';
import { EVERYONE, self, work, workWithUploads } from '../rules.ts';

const ownMail = {
    roles: EVERYONE,
    check: 'message:read',
    message: (args: { messageId: number }) => args.messageId,
} as const;

export const WRITING_RULES: RulesOf<keyof typeof WRITING_COMMANDS | keyof typeof WRITING_QUERIES> = {
    sendReply: workWithUploads,
    sendForward: workWithUploads,
    attachFromMessage: work,
    startMail: { roles: EVERYONE, check: 'queue:work', queue: (args) => args.queueId },
    sendNewMail: workWithUploads,
    discardMail: work,
    undoSend: ownMail,
    sendScheduledNow: ownMail,
    resendMail: work,
    saveDraft: workWithUploads,
    listScheduled: self,
};
