import type { BrokenReason } from '../policies/contentRules.ts';
import { PRIORITY_WORDS } from '../policies/interactionPriority.ts';
import type { ConditionField, RuleActions, RuleCondition } from './rule.ts';

/** Rules in words, for the journal and the list: "subject contains “invoice” → Billing, High priority". */

const FIELDS: Readonly<Record<ConditionField, string>> = {
    channel: 'channel',
    to: 'address written to',
    from: 'sender',
    customer: 'customer',
    subject: 'subject',
    text: 'text',
    language: 'language',
    attachment: 'attachment',
    kind: 'sent by',
    header: 'header',
};
const OPERATORS = {
    is: ['is', 'is not'],
    contains: ['contains', 'does not contain'],
    starts: ['starts with', 'does not start with'],
    ends: ['ends with', 'does not end with'],
    domain: ['is of', 'is not of'],
    exists: ['is there', 'is not there'],
} as const;
const KINDS: Readonly<Record<string, string>> = {
    human: 'a person',
    auto: 'an automatic answer',
    bounce: 'a mail server (delivery report)',
    list: 'a mailing list',
    bulk: 'bulk mail',
    noreply: 'a no-reply address',
    abuse_report: 'an abuse report',
};
const MOST_NAMED = 3;

export interface RuleReader {
    readonly queueName: (id: number) => string;
    readonly languageName: (code: string) => string;
}

export function conditionInWords(condition: RuleCondition, { languageName }: RuleReader): string {
    const { field, operator, not, name } = condition;
    if (field === 'attachment') return not ? 'no attachment' : 'has an attachment';
    const what = field === 'header' ? `header ${name ?? ''}` : FIELDS[field];
    const verb = OPERATORS[operator][not ? 1 : 0];
    if (operator === 'exists') return `${what} ${verb}`;
    const values = condition.values
        .slice(0, MOST_NAMED)
        .map((value) => valueInWords(field, value, languageName));
    const more =
        condition.values.length > MOST_NAMED ? ` or ${condition.values.length - MOST_NAMED} more` : '';
    const list = `${values.join(' or ')}${more}`;
    return field === 'kind' ? `${not ? 'not ' : ''}sent by ${list}` : `${what} ${verb} ${list}`;
}

function valueInWords(field: ConditionField, value: string, languageName: (code: string) => string): string {
    if (field === 'kind') return KINDS[value] ?? value;
    if (field === 'language') return languageName(value);
    return field === 'channel' ? value : `“${value}”`;
}

export const conditionsInWords = (conditions: readonly RuleCondition[], reader: RuleReader): string =>
    conditions.length === 0
        ? 'every new email'
        : conditions.map((condition) => conditionInWords(condition, reader)).join(', ');

export function actionsInWords(
    { queueId, priority, skills, tags, acknowledgement, spam }: RuleActions,
    reader: RuleReader,
): string[] {
    const words: string[] = [];
    if (spam) words.push('spam');
    if (queueId !== null) words.push(reader.queueName(queueId));
    if (priority !== null) words.push(`${PRIORITY_WORDS[priority]} priority`);
    if (skills.length > 0) words.push(`needs ${skills.join(' and ')}`);
    if (tags.length > 0) words.push(`tagged ${tags.map((tag) => `“${tag}”`).join(' and ')}`);
    if (acknowledgement !== null)
        words.push(acknowledgement.kind === 'none' ? 'no acknowledgement' : 'its own acknowledgement');
    return words;
}

export function brokenInWords(reason: BrokenReason): string {
    switch (reason.kind) {
        case 'queue_gone':
            return 'its queue is gone';
        case 'quick_reply_gone':
            return 'its quick reply is gone';
        case 'skill_gone':
            return `no agent has the skill “${reason.skill}” any more`;
    }
}
