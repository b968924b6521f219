import Customer from 'c/patchbayCustomer';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { presence } from '../../../../../../local-org/gallery/people';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const customer = { name: '', address: 'maria@example.com' };
afterEach(clear);

it('shows the feed of the open interaction, or what will come', async () => {
    const element = mount(Customer, { interactionId: 1, customer, version: 4 });
    expect(part(element, 'c-patchbay-contact-feed')).toMatchObject({
        interactionId: 1,
        version: 4,
        canNote: true,
    });
    expect(part(element, '.card .pb-strong').textContent).toBe('maria@example.com');
    expect(parts(mount(Customer), 'c-patchbay-contact-feed')).toHaveLength(0);
});

it('has the directory beside it, and closes where it is a drawer', async () => {
    const element = mount(Customer, { agents: presence, canTransfer: true, closable: true });
    const handed = listen(element, 'transfer');
    const closed = listen(element, 'close');
    part(element, '[data-name="directory"]').click();
    await settle();
    const directory = part(element, 'c-patchbay-directory-pane');
    expect(directory).toMatchObject({ pickLabel: 'c.Patchbay_Transfer' });
    directory.dispatchEvent(new CustomEvent('pick', { detail: { queueId: 2, name: 'Title' } }));
    expect(handed).toEqual([{ queueId: 2, name: 'Title' }]);
    part(element, '[data-id="close"]').click();
    expect(closed).toHaveLength(1);
});
