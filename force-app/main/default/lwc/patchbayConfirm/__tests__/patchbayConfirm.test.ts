import Confirm from 'c/patchbayConfirm';
import { clear, listen, mount, part, press, settle } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it('says what will happen, with the focus on what keeps it', () => {
    const element = mount(Confirm, { text: 'It comes off 3.', confirmLabel: 'Delete the tag' });
    expect(part(element, 'p').textContent).toBe('It comes off 3.');
    expect(part(element, '[data-id="delete"]').textContent).toBe('Delete the tag');
    expect((element.shadowRoot as ShadowRoot).activeElement).toBe(part(element, '[data-id="keep"]'));
});

it('is confirmed, or kept by its button and by Escape alone, which goes no further', async () => {
    const element = mount(Confirm, { text: 'Sure?', confirmLabel: 'Delete' });
    const [confirmed, kept] = [listen(element, 'confirm'), listen(element, 'keep')];
    const outside = listen(document.body, 'keydown');
    press(part(element, '[data-id="delete"]'), 'a');
    press(part(element, '[data-id="delete"]'), 'Escape');
    part(element, '[data-id="keep"]').click();
    expect([confirmed.length, kept.length, outside.length]).toEqual([0, 2, 1]);
    part(element, '[data-id="delete"]').click();
    expect(confirmed).toHaveLength(1);
    Object.assign(element, { busy: true });
    await settle();
    part(element, '[data-id="delete"]').click();
    expect(confirmed).toHaveLength(1);
});
