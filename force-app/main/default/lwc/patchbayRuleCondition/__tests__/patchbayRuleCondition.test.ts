import type { RuleCondition as Condition } from 'c/patchbayProtocol';
import RuleCondition from 'c/patchbayRuleCondition';
import { clear, listen, mount, part, parts, words } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

const invoice: Condition = {
    field: 'subject',
    operator: 'contains',
    not: false,
    name: null,
    values: ['invoice'],
};
const open = (condition: Condition = invoice) => {
    const element = mount(RuleCondition, {
        condition,
        number: 1,
        languages: [{ value: 'de', label: 'German' }],
    });
    return { element, changed: listen(element, 'change') as { condition: Condition }[] };
};
const choose = (element: Element, selector: string, value: string): void => {
    const select = part<HTMLSelectElement>(element, selector);
    select.value = value;
    select.dispatchEvent(new CustomEvent('change'));
};
const offered = (element: Element, selector: string): string[] =>
    [...part<HTMLSelectElement>(element, selector).options].map(({ value }) => value);

it('offers what can be asked of each, and the contrary of it', () => {
    expect(offered(open().element, '[data-id="how"]')).toEqual(
        ['contains', 'is', 'starts', 'ends'].flatMap((how) => [how, `not-${how}`]),
    );
    const { element, changed } = open();
    choose(element, '[data-id="how"]', 'not-ends');
    expect(changed[0]?.condition).toEqual({ ...invoice, operator: 'ends', not: true });
});

it.each<[Condition['field'], Partial<Condition>]>([
    ['text', { operator: 'contains', values: ['invoice'] }],
    ['header', { operator: 'contains', name: '', values: ['invoice'] }],
    ['attachment', { operator: 'exists', values: [] }],
    ['language', { operator: 'is', values: [] }],
])('asked of the %s instead, it keeps what still fits', (field, expected) => {
    const { element, changed } = open();
    choose(element, '[data-id="field"]', field);
    expect(changed[0]?.condition).toEqual({ ...invoice, name: null, field, ...expected });
});

it('has no values where it asks whether something is there', () => {
    const { element, changed } = open({
        ...invoice,
        field: 'header',
        name: 'X-Spam',
        operator: 'exists',
        values: [],
    });
    expect(parts(element, 'c-patchbay-rule-values')).toHaveLength(0);
    expect(part<HTMLInputElement>(element, '[data-id="name"]').value).toBe('X-Spam');
    choose(element, '[data-id="how"]', 'is');
    expect(changed[0]?.condition).toMatchObject({ operator: 'is', values: [] });
});

it('names languages and kinds of sender from a list', () => {
    const { element } = open({ ...invoice, field: 'language', operator: 'is', values: ['de'] });
    const values = part<HTMLElement & { options: unknown }>(element, 'c-patchbay-rule-values');
    expect(values.options).toEqual([{ value: 'de', label: 'German' }]);
    expect(parts(element, '.hint').map(words)).toEqual(['c.Patchbay_RuleLanguageHint']);
    expect(parts(open().element, '.hint')).toHaveLength(0);
});
