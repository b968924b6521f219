import type { CONTENT_RULE_QUERIES } from '../../protocol/queries/contentRules.ts';
import { readContentRules } from '../../queries/contentRules.ts';
import { tryContentRules } from '../../workflows/tryContentRules.ts';
import { presentChoices, presentRule, presentTried, ruleReader } from '../presenters/contentRules.ts';
import type { QueryHandlers } from './queryHandlers.ts';

export const contentRuleQueries: Pick<QueryHandlers, keyof typeof CONTENT_RULE_QUERIES> = {
    async listContentRules({ tx, mailReader }) {
        const { rules, choices } = await readContentRules(tx);
        const reader = ruleReader(choices.queues);
        return {
            items: rules.map((each) => presentRule(each, reader)),
            choices: presentChoices(choices, mailReader.languages),
        };
    },
    /** Within the query's read-only snapshot: the database itself lets it change nothing. */
    async tryContentRules({ tx, mailReader }, { rules, limit, ...args }) {
        const { looked, tried, next } = await tryContentRules(tx, mailReader, {
            rules,
            from: args.from ?? null,
            until: args.until ?? null,
            before: args.before ?? null,
            limit,
        });
        const { choices } = await readContentRules(tx);
        const reader = ruleReader(choices.queues);
        return {
            looked,
            fitting: tried.length,
            changed: tried.filter(({ changed }) => changed).length,
            items: tried.map((each) => presentTried(each, reader)),
            next,
        };
    },
};
