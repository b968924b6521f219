import Discard from 'c/patchbayDiscardMail';
import { clear, listen, mount, part, parts, press, settle } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it('asks once in its place where something was written, and a second press keeps it', async () => {
    const element = mount(Discard, { asks: true });
    const discarded = listen(element, 'discard');
    part(element, '[data-id="discard"]').click();
    await settle();
    const keep = part(element, '[data-id="keep-writing"]');
    expect(element.shadowRoot?.activeElement).toBe(keep);
    keep.click();
    await settle();
    expect(element.shadowRoot?.activeElement).toBe(part(element, '[data-id="discard"]'));
    part(element, '[data-id="discard"]').click();
    await settle();
    press(part(element, '[data-id="keep-writing"]'), 'Escape');
    await settle();
    expect([discarded.length, parts(element, '[data-id="discard-now"]').length]).toEqual([0, 0]);
    part(element, '[data-id="discard"]').click();
    await settle();
    part(element, '[data-id="discard-now"]').click();
    expect(discarded).toHaveLength(1);
});

it('asks nothing where nothing was written', () => {
    const element = mount(Discard, { asks: false });
    const discarded = listen(element, 'discard');
    part(element, '[data-id="discard"]').click();
    expect(discarded).toHaveLength(1);
});
