import type { CONTENT_RULE_COMMANDS } from '../../../protocol/commands/contentRules.ts';
import type { CONTENT_RULE_QUERIES } from '../../../protocol/queries/contentRules.ts';
import type { RulesOf } from '../../authorization.ts';
import { organization } from '../rules.ts';

export const CONTENT_RULE_RULES: RulesOf<
    keyof typeof CONTENT_RULE_COMMANDS | keyof typeof CONTENT_RULE_QUERIES
> = {
    saveContentRule: organization,
    setContentRuleActive: organization,
    orderContentRules: organization,
    deleteContentRule: organization,
    listContentRules: organization,
    tryContentRules: organization,
};
