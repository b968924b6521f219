import { z } from 'zod';
import { MOST_RULES } from '../../core/contentRules/checkRule.ts';
import { id, instant } from '../primitives.ts';
import { contentRuleDraft, contentRuleView, ruleChoices, ruleTrialItem } from '../views/contentRules.ts';

export const CONTENT_RULE_QUERIES = {
    /** In their order, and what a rule may name. */
    listContentRules: {
        args: z.object({}),
        result: z.object({ items: z.array(contentRuleView), choices: ruleChoices }),
    },
    /** What these rules would have done with past mail; changes nothing. Those that are off are tried like the others. */
    tryContentRules: {
        args: z.object({
            rules: z.array(contentRuleDraft).min(1).max(MOST_RULES),
            /** Arrived in between; null: whenever. */
            from: instant.nullish(),
            until: instant.nullish(),
            /** `next` of the page before. */
            before: id.nullish(),
            /** New interactions looked through a page, newest first. */
            limit: z.int().min(1).max(200).default(100),
        }),
        result: z.object({
            looked: z.int(),
            fitting: z.int(),
            changed: z.int(),
            /** Those that a rule fits. */
            items: z.array(ruleTrialItem),
            /** Null: there is no older one. */
            next: id.nullable(),
        }),
    },
} as const;
