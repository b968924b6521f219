import { z } from 'zod';
import { MOST_RULES } from '../../core/contentRules/checkRule.ts';
import { id } from '../primitives.ts';
import { contentRuleDraft } from '../views/contentRules.ts';
import { done } from './shared.ts';

/** R8: what happens to new interactions by what is in them. */
export const CONTENT_RULE_COMMANDS = {
    saveContentRule: {
        /** Null or absent: a new one, which comes last. */
        args: z.object({ ruleId: id.nullish(), ...contentRuleDraft.shape }),
        result: z.object({ ruleId: id }),
    },
    setContentRuleActive: { args: z.object({ ruleId: id, active: z.boolean() }), result: done },
    /** All of them, in the order in which they are to be asked. */
    orderContentRules: { args: z.object({ ruleIds: z.array(id).max(MOST_RULES) }), result: done },
    deleteContentRule: { args: z.object({ ruleId: id }), result: done },
} as const;
