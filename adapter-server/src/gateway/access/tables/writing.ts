import type { WRITING_COMMANDS } from '../../../protocol/commands/writing.ts';
import type { RulesOf } from '../../authorization.ts';
import { workWithUploads } from '../rules.ts';

export const WRITING_RULES: RulesOf<keyof typeof WRITING_COMMANDS> = {
    sendReply: workWithUploads,
    saveDraft: workWithUploads,
};
