import type { HELP_COMMANDS } from '../../../protocol/commands/help.ts';
import type { HELP_QUERIES } from '../../../protocol/queries/help.ts';
import type { RulesOf } from '../../authorization.ts';
import { filtered, organization, read, self } from '../rules.ts';

export const HELP_RULES: RulesOf<keyof typeof HELP_COMMANDS | keyof typeof HELP_QUERIES> = {
    saveQuickReply: organization,
    deleteQuickReply: organization,
    saveOwnQuickReply: self,
    deleteOwnQuickReply: self,
    saveOwnSignature: self,
    saveSignatureOfQueue: organization,
    getWritingHelp: read,
    listQuickReplies: filtered,
    getOwnSignature: self,
    listQueueSignatures: organization,
};
