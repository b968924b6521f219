import Recipients from 'c/patchbayRecipients';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    type,
    words,
} from '../../../../../../local-org/gallery/mount';

const to = [{ name: 'Maria', address: 'maria@example.com' }];
afterEach(clear);

it('shows Cc when asked, or when there is one', async () => {
    const element = mount(Recipients, { to });
    expect(parts(element, 'input')).toHaveLength(0);
    part(element, '[data-id="add-cc"]').click();
    await settle();
    expect(parts(element, 'input')).toHaveLength(1);
    expect(parts(mount(Recipients, { to, cc: ['a@example.com'] }), 'input')).toHaveLength(1);
});

it('makes chips of what is typed, by Enter, comma or leaving the field', () => {
    const element = mount(Recipients, { to, cc: ['a@example.com'] });
    const changed = listen(element, 'ccchange');
    const field = part(element, 'input');
    type(field, 'Ben <b@example.com>');
    press(field, 'Enter');
    type(field, 'c@example.com,');
    type(field, 'a@example.com');
    field.dispatchEvent(new CustomEvent('blur'));
    expect(changed).toEqual([
        { cc: ['a@example.com', 'b@example.com'] },
        { cc: ['a@example.com', 'c@example.com'] },
    ]);
});

it('takes chips away by their button and by Backspace in the empty field', () => {
    const element = mount(Recipients, { to, cc: ['a@example.com', 'b@example.com'] });
    const changed = listen(element, 'ccchange');
    part(element, '.remove').click();
    press(part(element, 'input'), 'Backspace');
    expect(changed).toEqual([{ cc: ['b@example.com'] }, { cc: ['a@example.com'] }]);
});

it('marks what is no address', () => {
    const chip = part(mount(Recipients, { to, cc: ['nobody'] }), '.chip_wrong');
    expect([words(chip).startsWith('nobody'), chip.title]).toEqual([true, 'c.Patchbay_NotAnAddress']);
});
