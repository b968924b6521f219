import {
    actionsInWords,
    brokenInWords,
    conditionsInWords,
    type RuleReader,
} from '../../core/contentRules/ruleWords.ts';
import type { ContentRule, RuleActions, RuleCondition } from '../../core/contentRules/rule.ts';
import type { BrokenReason } from '../../core/policies/contentRules.ts';
import type { ContentRuleView, RuleChoices, RuleTrialItem } from '../../protocol/views/contentRules.ts';
import type { ContentRuleRow, RuleChoiceRows } from '../../queries/contentRules.ts';
import type { Placing, TriedMail } from '../../workflows/tryContentRules.ts';
import { numberOf } from './presenting.ts';

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
export const languageName = (code: string): string => LANGUAGES.of(code) ?? code;

export const ruleReader = (queues: RuleChoiceRows['queues']): RuleReader => {
    const names = new Map(queues.map(({ id, name }) => [id, name]));
    return { queueName: (id) => names.get(id) ?? 'a former queue', languageName };
};

export function presentRule(
    { rule, broken }: { rule: ContentRuleRow; broken: readonly BrokenReason[] },
    reader: RuleReader,
): ContentRuleView {
    const does = [...actionsInWords(rule.actions, reader), ...(rule.stops ? ['stop'] : [])];
    return {
        ...plain(rule),
        id: rule.id,
        when: conditionsInWords(rule.conditions, reader),
        does: does.join(', '),
        broken: broken.map(brokenInWords),
        changedAt: rule.changedAt,
        changedBy: rule.changedBy,
    };
}

/** The core's lists are read-only, the protocol's are plain data. */
const plain = ({ name, active, stops, conditions, actions }: ContentRule) => ({
    name,
    active,
    stops,
    conditions: conditions.map((condition) => ({ ...condition, values: [...condition.values] })),
    actions: { ...actions, skills: [...actions.skills], tags: [...actions.tags] },
});

export const presentChoices = (rows: RuleChoiceRows, languages: readonly string[]): RuleChoices => ({
    ...rows,
    languages: languages
        .map((code) => ({ code, name: languageName(code) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
});

const ACKNOWLEDGEMENTS = { none: 'none', text: 'its own text', quick_reply: 'a quick reply' } as const;

export function presentTried(
    { mail, decision, did, would, changed }: TriedMail,
    reader: RuleReader,
): RuleTrialItem {
    const placing = ({ queueId, priority, spam }: Placing) => ({
        queue: { id: queueId, name: reader.queueName(queueId) },
        priority,
        spam,
    });
    return {
        interaction: {
            id: mail.interactionId,
            number: numberOf(mail.interactionId),
            subject: mail.subject,
        },
        at: mail.createdAt,
        from: { name: mail.fromName, address: mail.fromAddress },
        did: placing(did),
        would: {
            ...placing(would),
            skills: [...would.skills],
            tags: [...would.tags],
            acknowledgement: would.acknowledgement && ACKNOWLEDGEMENTS[would.acknowledgement],
        },
        changed,
        rules: [
            ...decision.parts.map(({ rule, because }) => ({
                name: rule.name,
                why: conditionsInWords(because, reader),
                passedOver: false,
            })),
            ...decision.passedOver.map(({ rule, broken }) => ({
                name: rule.name,
                why: broken.map(brokenInWords).join(', '),
                passedOver: true,
            })),
        ],
    };
}

/** As workflows/email/applyContentRules journals it. */
interface JournalledRule {
    readonly name: string;
    readonly because: readonly RuleCondition[];
    readonly did: RuleActions;
    readonly queueId: number | null;
    readonly stopped: boolean;
}

/** R3: "Rule “Invoices” (subject contains “invoice”) → Billing, High priority." */
export function ruleAppliedSentence(data: object, queueName: (id: number) => string): string {
    const { name, because, did, queueId, stopped } = data as JournalledRule;
    const reader = { queueName, languageName };
    const words = actionsInWords({ ...did, queueId }, reader);
    const does = words.length === 0 ? 'nothing more' : words.join(', ');
    const end = stopped ? '; the rules behind it were not asked' : '';
    return `Rule “${name}” (${conditionsInWords(because, reader)}) → ${does}${end}.`;
}

export function rulePassedOverSentence(data: object): string {
    const { name, broken } = data as { name: string; broken: readonly BrokenReason[] };
    return `Rule “${name}” was passed over: ${broken.map(brokenInWords).join(', ')}.`;
}
