import type { ContentRule, RuleActions, RuleCondition, RuleFacts } from '../src/core/contentRules/rule.ts';

export const NOTHING: RuleActions = {
    queueId: null,
    priority: null,
    skills: [],
    tags: [],
    acknowledgement: null,
    spam: false,
};
export const when = (
    field: RuleCondition['field'],
    operator: RuleCondition['operator'],
    ...values: string[]
) => ({
    field,
    operator,
    not: false,
    name: null,
    values,
});
export const not = (condition: RuleCondition): RuleCondition => ({ ...condition, not: true });
export const header = (name: string, operator: RuleCondition['operator'], ...values: string[]) => ({
    ...when('header', operator, ...values),
    name,
});
let rules = 0;
export const rule = (part: Partial<ContentRule> & { does?: Partial<RuleActions> } = {}): ContentRule => {
    const { does, ...rest } = part;
    const id = (rules += 1);
    const actions = { ...NOTHING, priority: 'high' as const, ...does };
    return { id, name: `Rule ${id}`, active: true, stops: false, conditions: [], actions, ...rest };
};
export const mail = (part: Partial<RuleFacts> = {}): RuleFacts => ({
    channel: 'email',
    to: ['support@example.com'],
    from: 'maria@mail.customer.example.com',
    customerName: 'María López',
    subject: 'Re: Unpaid  INVOICE no. 881',
    text: 'Hello, the invoice is wrong.',
    language: 'en',
    hasAttachment: false,
    kind: 'human',
    headers: new Map([['x-priority', ['1 (Highest)']]]),
    ...part,
});

const A_DRAFT = {
    name: 'Invoices',
    active: false,
    stops: false,
    conditions: [],
    actions: { ...NOTHING, priority: 'high' },
};
/** One line for every command and query of theirs: arguments that are right. */
export const CONTENT_RULE_ARGUMENTS = {
    saveContentRule: () => A_DRAFT,
    setContentRuleActive: () => ({ ruleId: 1, active: true }),
    orderContentRules: () => ({ ruleIds: [] }),
    deleteContentRule: () => ({ ruleId: 1 }),
    listContentRules: () => ({}),
    tryContentRules: () => ({ rules: [A_DRAFT] }),
};
