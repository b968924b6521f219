import type { RuleCondition, RuleFacts } from './rule.ts';
import { foldValue, globOf, matchesGlob, WordIndex, wordPatternsOf } from './wildcards.ts';

/** So much of each is looked at; what stands behind is not. */
export const LOOKS_AT = { text: 20_000, line: 2_000 } as const;

/** The facts of one interaction, folded and indexed once for all rules, and only where one asks. */
export class Examined {
    readonly facts: RuleFacts;
    readonly #folded = new Map<string, readonly string[]>();
    readonly #indexed = new Map<string, readonly WordIndex[]>();

    constructor(facts: RuleFacts) {
        this.facts = facts;
    }

    /** As written; more than one where it was written to several addresses, or a header stands there twice. */
    values(condition: Pick<RuleCondition, 'field' | 'name'>): readonly string[] {
        const { facts } = this;
        switch (condition.field) {
            case 'channel':
                return [facts.channel];
            case 'to':
                return facts.to.map(cutLine);
            case 'from':
                return [cutLine(facts.from)];
            case 'customer':
                return [cutLine(facts.customerName), cutLine(facts.from)];
            case 'subject':
                return [cutLine(facts.subject)];
            case 'text':
                return facts.text === null ? [] : [facts.text.slice(0, LOOKS_AT.text)];
            case 'language':
                return facts.language === null ? [] : [facts.language];
            case 'attachment':
                return facts.hasAttachment ? [''] : [];
            case 'kind':
                return [facts.kind];
            case 'header':
                return (facts.headers?.get((condition.name ?? '').toLowerCase()) ?? []).map(cutLine);
        }
    }

    folded(condition: RuleCondition): readonly string[] {
        return remembered(this.#folded, condition, () => this.values(condition).map(foldValue));
    }

    indexed(condition: RuleCondition): readonly WordIndex[] {
        return remembered(this.#indexed, condition, () =>
            this.values(condition).map((value) => new WordIndex(value)),
        );
    }

    /** What nobody can tell any more holds for no condition, "not" included. */
    isUnknown({ field }: RuleCondition): boolean {
        if (field === 'header') return this.facts.headers === null;
        if (field === 'text') return this.facts.text === null;
        return field === 'language' && this.facts.language === null;
    }
}

const cutLine = (value: string): string => value.slice(0, LOOKS_AT.line);

function remembered<T>(kept: Map<string, T>, { field, name }: RuleCondition, make: () => T): T {
    const key = `${field} ${name ?? ''}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    return made;
}

/** Which of its values held; '' for what has none. Null: it does not hold. */
export type Held = { readonly value: string } | null;
export type CompiledCondition = (mail: Examined) => Held;

/** What of a condition can be prepared, once for all mails. */
export function compileCondition(condition: RuleCondition): CompiledCondition {
    const tests = condition.values.map((value) => ({ value, holds: testOf(condition, value) }));
    const positive = (mail: Examined): Held => {
        if (condition.operator === 'exists') return mail.values(condition).length > 0 ? { value: '' } : null;
        return tests.find(({ holds }) => holds(mail)) ?? null;
    };
    return (mail) => {
        if (mail.isUnknown(condition)) return null;
        const held = positive(mail);
        if (!condition.not) return held && { value: held.value };
        return held === null ? { value: '' } : null;
    };
}

function testOf(condition: RuleCondition, value: string): (mail: Examined) => boolean {
    const onFolded = (test: (text: string) => boolean) => (mail: Examined) =>
        mail.folded(condition).some(test);
    switch (condition.operator) {
        case 'exists':
            return () => false;
        case 'contains': {
            const patterns = wordPatternsOf(value);
            return (mail) => mail.indexed(condition).some((index) => index.has(patterns));
        }
        case 'domain': {
            const domain = foldValue(value).replace(/^(?:\*\.|@)/, '');
            return onFolded((address) =>
                `.${address.slice(address.lastIndexOf('@') + 1)}`.endsWith(`.${domain}`),
            );
        }
        case 'is':
        case 'starts':
        case 'ends': {
            const glob = globOf(value);
            const anchors = { start: condition.operator !== 'ends', end: condition.operator !== 'starts' };
            return onFolded((text) => matchesGlob(text, glob, anchors));
        }
    }
}
