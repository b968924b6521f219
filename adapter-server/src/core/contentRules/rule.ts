import type { Channel, InteractionPriority, MailKind } from '../vocabulary.ts';

/** The parts of a content rule (R8), as they are stored, sent and shown. core/policies/contentRules.ts acts on them. */

export const CONDITION_FIELDS = [
    'channel',
    'to',
    'from',
    'customer',
    'subject',
    'text',
    'language',
    'attachment',
    'kind',
    'header',
] as const;
export type ConditionField = (typeof CONDITION_FIELDS)[number];

/**
 *   is         the whole of it, but for case, accents and spaces; `*` stands for anything
 *   contains   these words, one behind the other; `*` stands for the rest of a word
 *   starts     begins with; ends with
 *   domain     of an address: this domain, or one below it
 *   exists     it is there at all
 */
export const CONDITION_OPERATORS = ['is', 'contains', 'starts', 'ends', 'domain', 'exists'] as const;
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

export const OPERATORS_OF: Readonly<Record<ConditionField, readonly ConditionOperator[]>> = {
    channel: ['is'],
    to: ['is', 'contains', 'starts', 'ends', 'domain'],
    from: ['is', 'contains', 'starts', 'ends', 'domain'],
    customer: ['is', 'contains', 'starts', 'ends'],
    subject: ['contains', 'is', 'starts', 'ends'],
    text: ['contains', 'starts', 'ends'],
    language: ['is'],
    attachment: ['exists'],
    kind: ['is'],
    header: ['exists', 'is', 'contains', 'starts', 'ends'],
};

export interface RuleCondition {
    readonly field: ConditionField;
    readonly operator: ConditionOperator;
    /** Holds where the rest of it does not. */
    readonly not: boolean;
    /** Of the header; null for the other fields. */
    readonly name: string | null;
    /** One of them is enough. Empty for `exists`. */
    readonly values: readonly string[];
}

/** What the customer is told at once, in place of the queue's acknowledgement (E3). */
export type RuleAcknowledgement =
    | { readonly kind: 'none' }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'quick_reply'; readonly quickReplyId: number };

/** Null, or empty: the rule says nothing about it. */
export interface RuleActions {
    readonly queueId: number | null;
    readonly priority: InteractionPriority | null;
    readonly skills: readonly string[];
    readonly tags: readonly string[];
    readonly acknowledgement: RuleAcknowledgement | null;
    readonly spam: boolean;
}

export interface ContentRule {
    /** 0 for one that is not saved yet. */
    readonly id: number;
    readonly name: string;
    readonly active: boolean;
    /** Where it fits, the rules behind it are not asked. */
    readonly stops: boolean;
    /** All of them must hold; none: every new interaction. */
    readonly conditions: readonly RuleCondition[];
    readonly actions: RuleActions;
}

/** What rules ask of a new interaction. */
export interface RuleFacts {
    readonly channel: Channel;
    /** Ours that it was written to, without plus-tags. */
    readonly to: readonly string[];
    readonly from: string;
    readonly customerName: string;
    readonly subject: string;
    /** What its sender wrote, without what they quote; null where nobody asks. */
    readonly text: string | null;
    /** ISO 639-1; null where nobody asks, or where it cannot be told. */
    readonly language: string | null;
    readonly hasAttachment: boolean;
    readonly kind: MailKind;
    /** By lower-case name; null where nobody asks, or where the raw mail is gone. */
    readonly headers: ReadonlyMap<string, readonly string[]> | null;
}
