import Merge from 'c/patchbayMerge';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

jest.mock('c/patchbaySession', () => ({ getSession: () => ({ state: {}, serverNow: () => 0 }) }));
afterEach(clear);

it('lists the customer’s other interactions and says which was chosen', async () => {
    const element = mount(Merge, { items: [interaction(5), interaction(7)] });
    await settle();
    const confirmed = listen(element, 'confirm');
    part(element, '[data-into="7"]').click();
    expect(confirmed).toEqual([{ intoInteractionId: 7 }]);
});

it('says so where there is none, waits while it reads, and Escape leaves', async () => {
    const element = mount(Merge, { items: [] });
    await settle();
    expect(parts(element, 'c-patchbay-empty')).toHaveLength(1);
    const cancelled = listen(element, 'cancel');
    part(element, 'section').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(cancelled).toHaveLength(1);
    clear();
    expect(parts(mount(Merge, { items: null }), 'c-patchbay-skeleton')).toHaveLength(1);
});
