/**
 * R8: "Content rules: by channel, address, subject, text, language, customer or form field → queue, priority, skill,
 * tag, template; in order, testable on past interactions before they are switched on."
 *
 * The rules are asked in their order, of new interactions alone. A rule acts where all its conditions hold. What a
 * rule says of the queue, the priority, the skills or the acknowledgement stands: a later rule adds only what nobody
 * has said yet. Tags add up. So nothing but the order decides, whatever the rules have in common. A rule that names something that
 * is gone is passed over whole, its "stop" included: half of what somebody meant is not what they meant.
 */
import { compileCondition, Examined, type CompiledCondition } from '../contentRules/conditions.ts';
import type {
    ContentRule,
    RuleAcknowledgement,
    RuleActions,
    RuleCondition,
    RuleFacts,
} from '../contentRules/rule.ts';
import type { InteractionPriority } from '../vocabulary.ts';

export interface CompiledRule {
    readonly rule: ContentRule;
    readonly conditions: readonly CompiledCondition[];
}

/** Those that are switched on, prepared once for all mails. */
export const compileRules = (rules: readonly ContentRule[]): CompiledRule[] =>
    rules
        .filter(({ active }) => active)
        .map((rule) => ({ rule, conditions: rule.conditions.map(compileCondition) }));

/** Whether anybody asks for what takes time to find out. */
export function askedFor(rules: readonly CompiledRule[]): {
    readonly text: boolean;
    readonly language: boolean;
    readonly headers: boolean;
} {
    const fields = new Set(rules.flatMap(({ rule }) => rule.conditions.map(({ field }) => field)));
    return { text: fields.has('text'), language: fields.has('language'), headers: fields.has('header') };
}

/** Why it fits: its conditions, each with the value that held where it has several. */
export interface FittingRule {
    readonly rule: ContentRule;
    readonly because: readonly RuleCondition[];
}

/** Every rule that fits, in order; what they then do, decideContentRules says. */
export function fittingRules(rules: readonly CompiledRule[], facts: RuleFacts): FittingRule[] {
    const mail = new Examined(facts);
    const fitting: FittingRule[] = [];
    for (const { rule, conditions } of rules) {
        const because: RuleCondition[] = [];
        for (const [n, holds] of conditions.entries()) {
            const condition = rule.conditions[n];
            const held = condition && holds(mail);
            if (!held) break;
            because.push(held.value === '' ? condition : { ...condition, values: [held.value] });
        }
        if (because.length === conditions.length) fitting.push({ rule, because });
    }
    return fitting;
}

/** What rules name that may be gone meanwhile. */
export interface KnownTargets {
    readonly queueIds: ReadonlySet<number>;
    /** Of the organization or a queue: an agent's own is for them alone. */
    readonly quickReplyIds: ReadonlySet<number>;
    /** Of at least one agent. */
    readonly skills: ReadonlySet<string>;
}

export type BrokenReason =
    | { readonly kind: 'queue_gone' }
    | { readonly kind: 'quick_reply_gone' }
    | { readonly kind: 'skill_gone'; readonly skill: string };

export function brokenReasons({ actions }: ContentRule, known: KnownTargets): BrokenReason[] {
    const broken: BrokenReason[] = [];
    if (actions.queueId !== null && !known.queueIds.has(actions.queueId)) broken.push({ kind: 'queue_gone' });
    const { acknowledgement } = actions;
    if (acknowledgement?.kind === 'quick_reply' && !known.quickReplyIds.has(acknowledgement.quickReplyId))
        broken.push({ kind: 'quick_reply_gone' });
    for (const skill of actions.skills)
        if (!known.skills.has(skill)) broken.push({ kind: 'skill_gone', skill });
    return broken;
}

export interface ContentOutcome {
    readonly queueId: number | null;
    readonly priority: InteractionPriority | null;
    readonly skills: readonly string[];
    readonly tags: readonly string[];
    readonly acknowledgement: RuleAcknowledgement | null;
    readonly spam: boolean;
}

/** One rule's part in it: what it set that nobody had set before, and why. */
export interface RulePart {
    readonly rule: ContentRule;
    readonly because: readonly RuleCondition[];
    readonly did: RuleActions;
    readonly stopped: boolean;
}
export interface PassedOver {
    readonly rule: ContentRule;
    readonly broken: readonly BrokenReason[];
}
export interface ContentDecision {
    readonly outcome: ContentOutcome;
    /** Rules that set something, or stopped others, in order. */
    readonly parts: readonly RulePart[];
    readonly passedOver: readonly PassedOver[];
}

const NOTHING: ContentOutcome = {
    queueId: null,
    priority: null,
    skills: [],
    tags: [],
    acknowledgement: null,
    spam: false,
};

export function decideContentRules(fitting: readonly FittingRule[], known: KnownTargets): ContentDecision {
    let outcome = NOTHING;
    const parts: RulePart[] = [];
    const passedOver: PassedOver[] = [];
    for (const { rule, because } of fitting) {
        const broken = brokenReasons(rule, known);
        if (broken.length > 0) {
            passedOver.push({ rule, broken });
            continue;
        }
        const did = stillOpen(rule.actions, outcome);
        outcome = {
            queueId: outcome.queueId ?? did.queueId,
            priority: outcome.priority ?? did.priority,
            skills: did.skills.length > 0 ? did.skills : outcome.skills,
            tags: [...outcome.tags, ...did.tags],
            acknowledgement: outcome.acknowledgement ?? did.acknowledgement,
            spam: outcome.spam || did.spam,
        };
        if (rule.stops || doesSomething(did)) parts.push({ rule, because, did, stopped: rule.stops });
        if (rule.stops) break;
    }
    return { outcome, parts, passedOver };
}

/** "First rule that sets a value wins." */
const stillOpen = (wanted: RuleActions, said: ContentOutcome): RuleActions => ({
    queueId: said.queueId === null ? wanted.queueId : null,
    priority: said.priority === null ? wanted.priority : null,
    skills: said.skills.length === 0 ? wanted.skills : [],
    // Tags do not speak against each other.
    tags: wanted.tags.filter((tag) => !said.tags.includes(tag)),
    acknowledgement: said.acknowledgement === null ? wanted.acknowledgement : null,
    spam: wanted.spam && !said.spam,
});

export const doesSomething = (actions: RuleActions): boolean =>
    actions.queueId !== null ||
    actions.priority !== null ||
    actions.skills.length > 0 ||
    actions.tags.length > 0 ||
    actions.acknowledgement !== null ||
    actions.spam;
