import AddressField from 'c/patchbayAddressField';
import { clear, listen, mount, part, press, type, words } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it('makes chips of what is typed, by Enter, comma or leaving the field', () => {
    const element = mount(AddressField, { addresses: ['a@example.com'] });
    const changed = listen(element, 'addresses');
    const field = part(element, 'input');
    type(field, 'Ben <b@example.com>');
    press(field, 'Enter');
    type(field, 'c@example.com,');
    type(field, 'a@example.com');
    field.dispatchEvent(new CustomEvent('blur'));
    expect(changed).toEqual([
        { addresses: ['a@example.com', 'b@example.com'] },
        { addresses: ['a@example.com', 'c@example.com'] },
    ]);
});

it('takes chips away by their button and by Backspace in the empty field', () => {
    const element = mount(AddressField, { addresses: ['a@example.com', 'b@example.com'] });
    const changed = listen(element, 'addresses');
    part(element, '.remove').click();
    press(part(element, 'input'), 'Backspace');
    expect(changed).toEqual([{ addresses: ['b@example.com'] }, { addresses: ['a@example.com'] }]);
});

it('marks what is no address, and names whom it knows', () => {
    const chip = part(mount(AddressField, { addresses: ['nobody'] }), '.chip_wrong');
    expect([words(chip).startsWith('nobody'), chip.title]).toEqual([true, 'c.Patchbay_NotAnAddress']);
    const known = mount(AddressField, {
        addresses: ['maria@example.com'],
        known: [{ name: 'Maria', address: 'maria@example.com' }],
    });
    expect(words(part(known, '.chip'))).toMatch(/^Maria/);
});
