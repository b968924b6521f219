import { doesSomething } from '../policies/contentRules.ts';
import { decideSavedText } from '../policies/savedText.ts';
import { decideTagName } from '../policies/tags.ts';
import { CHANNELS, MAIL_KINDS, type Decision } from '../vocabulary.ts';
import { OPERATORS_OF, type ContentRule, type RuleCondition } from './rule.ts';
import { wordPatternsOf } from './wildcards.ts';

export const MOST_RULES = 200;
export const MOST_CONDITIONS = 20;
export const MOST_VALUES = 100;
/** Of all rules together: with LOOKS_AT it bounds what one mail can cost. */
export const MOST_VALUES_IN_ALL = 2_000;
export const LONGEST_VALUE = 200;
export const MOST_WORDS_OF_VALUE = 12;
export const LONGEST_RULE_NAME = 120;

const no = (reason: string, nextStep: string): Decision => ({ allowed: false, reason, nextStep });

/** Whether a rule can be saved as it is; that what it names exists is asked of the database. */
export function decideRule({
    conditions,
    actions,
    stops,
}: Omit<ContentRule, 'id' | 'name' | 'active'>): Decision {
    if (!stops && !doesSomething(actions))
        return no('The rule does nothing.', 'Choose at least one thing that it does.');
    if (actions.spam && conditions.length === 0)
        return no('Every new email would be spam.', 'Write at least one condition.');
    for (const [n, condition] of conditions.entries()) {
        const refused = refusedCondition(condition);
        if (refused !== null) return no(`Condition ${n + 1}: ${refused[0]}`, refused[1]);
    }
    for (const tag of actions.tags) {
        const decision = decideTagName(tag);
        if (!decision.allowed) return decision;
    }
    if (actions.acknowledgement?.kind !== 'text') return { allowed: true };
    const { text } = actions.acknowledgement;
    if (text.trim() === '') return no('The acknowledgement is empty.', 'Write it, or choose to send none.');
    return decideSavedText({ what: 'acknowledgement', text, byNobody: true });
}

/** Why not, and what to do; null where it is a condition. */
function refusedCondition({ field, operator, name, values }: RuleCondition): [string, string] | null {
    if (!OPERATORS_OF[field].includes(operator))
        return ['this cannot be asked of it.', `Choose one of ${OPERATORS_OF[field].join(', ')}.`];
    if (field === 'header' && !/^[!-9;-~]{1,100}$/.test(name ?? ''))
        return [
            'a header has a name without spaces and colons.',
            'Write it as in the mail, such as X-Priority.',
        ];
    if (operator === 'exists') return null;
    if (values.length === 0) return ['nothing is written.', 'Write at least one value, or take it out.'];
    for (const value of values) {
        const refused = refusedValue(field, operator, value);
        if (refused !== null) return refused;
    }
    return null;
}

function refusedValue(
    field: RuleCondition['field'],
    operator: RuleCondition['operator'],
    value: string,
): [string, string] | null {
    const known: readonly string[] | null =
        field === 'channel' ? CHANNELS : field === 'kind' ? MAIL_KINDS : null;
    if (known !== null && !known.includes(value))
        return [`“${value}” is none of them.`, `Choose one of ${known.join(', ')}.`];
    if (field === 'language' && !/^[a-z]{2,3}$/.test(value))
        return [`“${value}” is no language.`, 'Choose one of the list.'];
    if (value.replaceAll('*', '').trim() === '')
        return ['a value is empty.', 'Write at least one letter, or take it out.'];
    if (operator !== 'contains') return null;
    const words = wordPatternsOf(value).length;
    if (words === 0) return [`“${value}” has no word in it.`, 'Write a word or a number.'];
    return words > MOST_WORDS_OF_VALUE
        ? [`“${value}” has more than ${MOST_WORDS_OF_VALUE} words.`, 'Write fewer of them.']
        : null;
}
