import type { RuleCondition } from 'c/patchbayProtocol';
import { CONDITION_FIELDS, MAIL_KINDS, OPERATORS_OF, CHANNELS } from 'c/patchbayRules';
import { channelIcon } from 'c/patchbayWords';
import { labels } from './labels';

type Field = RuleCondition['field'];
type Operator = RuleCondition['operator'];

const FIELDS: Readonly<Record<Field, string>> = {
    channel: labels.channel,
    to: labels.to,
    from: labels.sender,
    customer: labels.customer,
    subject: labels.subject,
    text: labels.text,
    language: labels.language,
    attachment: labels.attachment,
    kind: labels.kind,
    header: labels.header,
};
const HOW: Readonly<Record<Operator, readonly [string, string]>> = {
    is: [labels.isHow, labels.isNot],
    contains: [labels.contains, labels.containsNot],
    starts: [labels.starts, labels.startsNot],
    ends: [labels.ends, labels.endsNot],
    domain: [labels.domain, labels.domainNot],
    exists: [labels.exists, labels.existsNot],
};
const KINDS: Readonly<Record<(typeof MAIL_KINDS)[number], string>> = {
    human: labels.human,
    auto: labels.auto,
    bounce: labels.bounce,
    list: labels.list,
    bulk: labels.bulk,
    noreply: labels.noreply,
    abuse_report: labels.abuseReport,
};

export interface Option {
    readonly value: string;
    readonly label: string;
}

export const fieldOptions = (): Option[] =>
    CONDITION_FIELDS.map((value) => ({ value, label: FIELDS[value] }));

/** "contains" and "does not contain" of each that can be asked: `not-contains` is the second. */
export const howOptions = (field: Field): Option[] =>
    OPERATORS_OF[field].flatMap((operator) => [
        { value: operator, label: HOW[operator][0] },
        { value: `not-${operator}`, label: HOW[operator][1] },
    ]);

/** What values are chosen from; null where they are typed. */
export function valueOptions(field: Field, languages: readonly Option[]): readonly Option[] | null {
    if (field === 'language') return languages;
    if (field === 'kind') return MAIL_KINDS.map((value) => ({ value, label: KINDS[value] }));
    if (field === 'channel') return CHANNELS.map((value) => ({ value, label: channelIcon(value).word }));
    return null;
}

/** Another thing to ask: what can still be asked of it stays. */
export function withField(condition: RuleCondition, field: Field): RuleCondition {
    const [first = 'is'] = OPERATORS_OF[field];
    const operator = OPERATORS_OF[field].includes(condition.operator) ? condition.operator : first;
    const typed = valueOptions(field, []) === null && valueOptions(condition.field, []) === null;
    const values = typed && operator !== 'exists' ? condition.values : [];
    return { field, operator, not: condition.not, name: field === 'header' ? '' : null, values };
}
