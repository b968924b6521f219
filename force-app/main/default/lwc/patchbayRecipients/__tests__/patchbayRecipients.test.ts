import Recipients from 'c/patchbayRecipients';
import { clear, listen, mount, part, parts, settle, type } from '../../../../../../local-org/gallery/mount';

const fields = 'c-patchbay-address-field';
afterEach(clear);

it('shows copies and the subject when asked, or when there are some', async () => {
    const element = mount(Recipients, { to: ['maria@example.com'] });
    expect(parts(element, fields)).toHaveLength(1);
    part(element, '[data-id="add-cc"]').click();
    await settle();
    expect(parts(element, fields)).toHaveLength(3);
    expect(parts(element, '[data-id="subject"]')).toHaveLength(1);
    expect(parts(mount(Recipients, { bcc: ['a@example.com'] }), fields)).toHaveLength(3);
});

it('tells which part changed', () => {
    const element = mount(Recipients, { kind: 'forward', canForward: true, subject: 'Fwd: Lamp' });
    const changed = listen(element, 'mailchange');
    part(element, fields).dispatchEvent(
        new CustomEvent('addresses', { detail: { addresses: ['x@example.com'] } }),
    );
    type(part(element, '[data-id="subject"]'), 'Fwd: Your lamp');
    const select = part(element, 'select') as HTMLSelectElement;
    select.value = 'reply_all';
    select.dispatchEvent(new CustomEvent('change'));
    expect(changed).toEqual([
        { to: ['x@example.com'] },
        { subject: 'Fwd: Your lamp' },
        { kind: 'reply_all' },
    ]);
});

it('offers no other kind for a new mail, and no forward where there is nothing to forward', () => {
    expect(parts(mount(Recipients, { kind: 'new' }), 'select')).toHaveLength(0);
    expect(parts(mount(Recipients, { kind: 'reply' }), 'option')).toHaveLength(2);
});
