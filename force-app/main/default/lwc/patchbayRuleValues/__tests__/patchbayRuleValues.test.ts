import RuleValues from 'c/patchbayRuleValues';
import { clear, listen, mount, part, parts, settle, type } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it('reads typed ones a line each, without empty ones and doubles', () => {
    const element = mount(RuleValues, { values: ['invoice'] });
    const changed = listen(element, 'change');
    expect(part<HTMLTextAreaElement>(element, 'textarea').value).toBe('invoice');
    type(part(element, 'textarea'), ' invoice \n\nbill\nbill\n');
    expect(changed).toEqual([{ values: ['invoice', 'bill'] }]);
});

it('keeps a line break while it is typed, but nothing of a condition that went away', async () => {
    const element = mount(RuleValues, { values: ['invoice'] });
    element.addEventListener('change', (event) =>
        Object.assign(element, (event as CustomEvent<{ values: string[] }>).detail),
    );
    const shown = async (values: string[]): Promise<string> => {
        Object.assign(element, { values });
        await settle();
        return part<HTMLTextAreaElement>(element, 'textarea').value;
    };
    type(part(element, 'textarea'), 'invoice\n');
    expect(await shown(['invoice'])).toBe('invoice\n');
    expect(await shown(['refund'])).toBe('refund');
});

it('chooses from a list what is not there yet, and takes out again', async () => {
    const options = ['de', 'en', 'fr'].map((value) => ({ value, label: value.toUpperCase() }));
    const element = mount(RuleValues, { values: ['de'], options });
    const changed = listen(element, 'change');
    const select = part<HTMLSelectElement>(element, 'select');
    expect([...select.options].map(({ value }) => value)).toEqual(['', 'en', 'fr']);
    expect(part<HTMLButtonElement>(element, '[data-id="add"]').disabled).toBe(true);
    select.value = 'fr';
    select.dispatchEvent(new CustomEvent('change'));
    await settle();
    part(element, '[data-id="add"]').click();
    parts(element, '[data-value]')[0]?.click();
    expect(changed).toEqual([{ values: ['de', 'fr'] }, { values: [] }]);
});
