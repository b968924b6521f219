import { z } from 'zod';
import { CONDITION_FIELDS, CONDITION_OPERATORS } from '../../core/contentRules/rule.ts';
import {
    LONGEST_RULE_NAME,
    LONGEST_VALUE,
    MOST_CONDITIONS,
    MOST_VALUES,
} from '../../core/contentRules/checkRule.ts';
import { LONGEST_TAG } from '../../core/policies/tags.ts';
import { id, instant, interactionPriority, mailAddress, queueRef } from '../primitives.ts';

export const ruleCondition = z.object({
    field: z.enum(CONDITION_FIELDS),
    operator: z.enum(CONDITION_OPERATORS),
    /** Holds where the rest of it does not. */
    not: z.boolean(),
    /** Of the header; null for other fields. */
    name: z.string().max(100).nullable(),
    /** One of them is enough; none for `exists`. `*` stands for anything, or for the rest of a word. */
    values: z.array(z.string().trim().min(1).max(LONGEST_VALUE)).max(MOST_VALUES),
});

/** In place of the queue's (E3). */
export const ruleAcknowledgement = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('text'), text: z.string().max(20_000) }),
    z.object({ kind: z.literal('quick_reply'), quickReplyId: id }),
]);

export const ruleActions = z.object({
    queueId: id.nullable(),
    priority: interactionPriority.nullable(),
    skills: z.array(z.string().trim().min(1).max(80)).max(10),
    tags: z.array(z.string().trim().min(1).max(LONGEST_TAG)).max(10),
    acknowledgement: ruleAcknowledgement.nullable(),
    spam: z.boolean(),
});

/** A rule as it is written, saved or tried. */
export const contentRuleDraft = z.object({
    name: z.string().trim().min(1, 'Write a name.').max(LONGEST_RULE_NAME),
    active: z.boolean(),
    /** Where it fits, the rules behind it are not asked. */
    stops: z.boolean(),
    /** All must hold; none: every new interaction. */
    conditions: z.array(ruleCondition).max(MOST_CONDITIONS),
    actions: ruleActions,
});

export const contentRuleView = z.object({
    id,
    ...contentRuleDraft.shape,
    /** "subject contains “invoice”" and "Billing, High priority". */
    when: z.string(),
    does: z.string(),
    /** Why it is passed over whatever comes: what it names is gone. */
    broken: z.array(z.string()),
    changedAt: instant,
    changedBy: z.string().nullable(),
});

/** What rules can name. */
export const ruleChoices = z.object({
    queues: z.array(queueRef),
    skills: z.array(z.string()),
    /** Of the organization and of queues, in plain text. */
    quickReplies: z.array(z.object({ id, title: z.string() })),
    /** ISO 639-1. */
    languages: z.array(z.object({ code: z.string(), name: z.string() })),
});

const placing = { queue: queueRef, priority: interactionPriority, spam: z.boolean() };
export const ruleTrialItem = z.object({
    interaction: z.object({ id, number: z.string(), subject: z.string() }),
    at: instant,
    from: mailAddress,
    /** Where it went when it came. */
    did: z.object(placing),
    would: z.object({
        ...placing,
        skills: z.array(z.string()),
        tags: z.array(z.string()),
        acknowledgement: z.string().nullable(),
    }),
    changed: z.boolean(),
    /** The rules that would act, and those passed over, each with why. */
    rules: z.array(z.object({ name: z.string(), why: z.string(), passedOver: z.boolean() })),
});

export type RuleConditionView = z.infer<typeof ruleCondition>;
export type RuleActionsView = z.infer<typeof ruleActions>;
export type ContentRuleDraft = z.infer<typeof contentRuleDraft>;
export type ContentRuleView = z.infer<typeof contentRuleView>;
export type RuleChoices = z.infer<typeof ruleChoices>;
export type RuleTrialItem = z.infer<typeof ruleTrialItem>;
