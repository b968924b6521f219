import type { ContentRuleDraft } from 'c/patchbayProtocol';
import RuleForm from 'c/patchbayRuleForm';
import { choices, rule } from '../../../../../../local-org/gallery/contentRules';
import { clear, listen, mount, part, parts, type, words } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

const open = (given: Partial<ContentRuleDraft> = {}, props: object = {}) => {
    const element = mount(RuleForm, { rule: { ...rule(1), ...given }, choices, ...props });
    return { element, changed: listen(element, 'change') as { rule: ContentRuleDraft }[] };
};
const choose = (element: Element, id: string, value: string): void => {
    const select = part<HTMLSelectElement>(element, `[data-id="${id}"]`);
    select.value = value;
    select.dispatchEvent(new CustomEvent('change'));
};
const actions = (...given: Parameters<typeof choose>) => {
    const { changed } = opened;
    choose(...given);
    return changed.at(-1)?.rule.actions;
};
let opened: ReturnType<typeof open>;

it('says with every change what the rule is now', () => {
    opened = open();
    const { element, changed } = opened;
    expect(actions(element, 'queue', '')).toMatchObject({ queueId: null, priority: 'high' });
    expect(actions(element, 'priority', 'urgent')).toMatchObject({ priority: 'urgent' });
    expect(actions(element, 'acknowledgement', 'none')).toMatchObject({ acknowledgement: { kind: 'none' } });
    expect(actions(element, 'acknowledgement', '4')).toMatchObject({
        acknowledgement: { kind: 'quick_reply', quickReplyId: 4 },
    });
    type(part(element, '[data-id="tags"]'), 'VIP, , Money, VIP');
    expect(changed.at(-1)?.rule.actions.tags).toEqual(['VIP', 'Money']);
    part(element, '[data-id="addCondition"]').click();
    expect(changed.at(-1)?.rule.conditions).toHaveLength(2);
    part(element, 'c-patchbay-rule-condition').dispatchEvent(new CustomEvent('remove'));
    expect(changed.at(-1)?.rule.conditions).toEqual([]);
});

it('shows a text of its own where the acknowledgement is one', () => {
    const text = { kind: 'text' as const, text: 'Got it.' };
    const { element, changed } = open({ actions: { ...rule(1).actions, acknowledgement: text } });
    expect(part<HTMLTextAreaElement>(element, '[data-id="own"]').value).toBe('Got it.');
    type(part(element, '[data-id="own"]'), 'Got it, {{customer.name}}.');
    expect(changed.at(-1)?.rule.actions.acknowledgement).toEqual({
        kind: 'text',
        text: 'Got it, {{customer.name}}.',
    });
});

it('shows what it names although it is gone, so that saving does not change it silently', () => {
    const gone = { kind: 'quick_reply' as const, quickReplyId: 99 };
    const { element } = open({ actions: { ...rule(1).actions, queueId: 98, acknowledgement: gone } });
    expect(part<HTMLSelectElement>(element, '[data-id="queue"]').value).toBe('98');
    expect(part<HTMLSelectElement>(element, '[data-id="acknowledgement"]').value).toBe('99');
});

it('is saved with Enter, once at a time, and tried and left with a button', () => {
    const { element } = open();
    const [saved, tried, left] = ['save', 'try', 'cancel'].map((name) => listen(element, name));
    const submit = () => part(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    submit();
    part(element, '[data-id="try"]').click();
    part(element, '[data-id="cancel"]').click();
    Object.assign(element, { busy: true });
    submit();
    expect([saved?.length, tried?.length, left?.length]).toEqual([1, 1, 1]);
});

it('says that no agent has a skill, that a new rule is off, and why it was refused', () => {
    const refusal = { message: 'The rule does nothing.', nextStep: null };
    const bare = { choices: { ...choices, skills: [] }, isNew: true, refusal };
    const { element } = open({}, bare);
    const text = words(part(element, 'form'));
    expect(text).toContain('c.Patchbay_RuleNoSkills');
    expect(text).toContain('c.Patchbay_RuleOffText');
    expect(parts(element, 'c-patchbay-refusal')).toHaveLength(1);
});
