import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { CONTENT_RULE_COMMANDS } from '../../protocol/commands/contentRules.ts';
import {
    deleteContentRule,
    orderContentRules,
    saveContentRule,
    setContentRuleActive,
} from '../../workflows/keepContentRules.ts';

export const contentRuleCommands: Pick<CommandHandlers, keyof typeof CONTENT_RULE_COMMANDS> = {
    saveContentRule,
    setContentRuleActive,
    orderContentRules,
    deleteContentRule,
};
