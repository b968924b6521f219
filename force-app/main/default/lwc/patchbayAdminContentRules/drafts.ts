import type { ContentRuleDraft, ContentRuleView } from 'c/patchbayProtocol';

export const NEW_RULE: ContentRuleDraft = {
    name: '',
    active: false,
    stops: false,
    conditions: [],
    actions: { queueId: null, priority: null, skills: [], tags: [], acknowledgement: null, spam: false },
};

export const draftOf = ({ name, active, stops, conditions, actions }: ContentRuleView): ContentRuleDraft => ({
    name,
    active,
    stops,
    conditions,
    actions,
});

/** A name is asked for when it is saved, not when it is tried. */
const named = (rule: ContentRuleDraft): ContentRuleDraft => ({ ...rule, name: rule.name.trim() || '…' });

/** Those that are on, with the one that is being written at its place as if it were on. */
export function tried(
    rules: readonly ContentRuleView[],
    edited: { readonly id: number | null; readonly rule: ContentRuleDraft } | null,
    alone: boolean,
): ContentRuleDraft[] {
    if (edited && alone) return [named(edited.rule)];
    const those = rules
        .filter(({ id, active }) => active || id === edited?.id)
        .map((rule) => (rule.id === edited?.id ? named(edited.rule) : draftOf(rule)));
    if (edited && edited.id === null) those.push(named(edited.rule));
    return those.length > 0 ? those : rules.map(draftOf);
}

/** The ids with one of them a place further up or down. */
export function moved(ids: readonly number[], id: number, step: 1 | -1): number[] {
    const at = ids.indexOf(id);
    const others = ids.filter((one) => one !== id);
    others.splice(at + step, 0, id);
    return others;
}
