import type { ContentRule } from '../core/contentRules/rule.ts';
import { brokenReasons, type BrokenReason } from '../core/policies/contentRules.ts';
import { knownTargets, listContentRules, listSkills, type ContentRuleRow } from '../storage/contentRules.ts';
import { listQueues } from '../storage/queues.ts';
import { listQuickReplies } from '../storage/quickReplies.ts';
import type { Transaction } from '../storage/transaction.ts';

type On = Pick<Transaction, 'run'>;
export type { ContentRuleRow } from '../storage/contentRules.ts';

export interface RuleChoiceRows {
    readonly queues: { readonly id: number; readonly name: string }[];
    readonly skills: string[];
    readonly quickReplies: { readonly id: number; readonly title: string }[];
}

/** The rules in their order, each with what is wrong with it, and what rules may name. */
export async function readContentRules(
    on: On,
): Promise<{ rules: { rule: ContentRuleRow; broken: BrokenReason[] }[]; choices: RuleChoiceRows }> {
    const rules = await listContentRules(on);
    const known = await knownTargets(on, rules);
    return {
        rules: rules.map((rule) => ({ rule, broken: brokenReasons(rule, known) })),
        choices: await readRuleChoices(on),
    };
}

const NOBODY = 0;

async function readRuleChoices(on: On): Promise<RuleChoiceRows> {
    const replies = await listQuickReplies(on, NOBODY, null);
    return {
        queues: (await listQueues(on)).map(({ id, name }) => ({ id, name })),
        skills: await listSkills(on),
        quickReplies: replies
            .filter(({ format, agentId }) => format === 'plain' && agentId === null)
            .map(({ id, title }) => ({ id, title })),
    };
}

export const targetsOf = (on: On, rules: readonly ContentRule[]) => knownTargets(on, rules);
