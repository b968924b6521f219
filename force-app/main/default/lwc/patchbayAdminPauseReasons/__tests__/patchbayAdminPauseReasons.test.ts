import AdminPauseReasons from 'c/patchbayAdminPauseReasons';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.getPauseReasons = { reasons: ['Lunch'], required: false };
});
afterEach(clear);

const edit = async (element: Element, labels: string[]): Promise<void> => {
    const items = labels.map((label) => ({ id: null, label }));
    part(element, 'c-patchbay-ordered-list').dispatchEvent(new CustomEvent('change', { detail: { items } }));
    await settle();
};
const save = (element: Element): HTMLButtonElement => part(element, '[data-id="save"]');

it('saves the reasons in their order, without the empty ones, and whether one is required', async () => {
    const element = mount(AdminPauseReasons);
    await settle();
    expect(save(element).disabled).toBe(true);
    await edit(element, ['Training', ' ', 'Lunch ']);
    const box = part<HTMLInputElement>(element, '[data-id="required"]');
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    await settle();
    save(element).click();
    await settle();
    expect(mockSession.commands).toEqual([
        ['setPauseReasons', { reasons: ['Training', 'Lunch'], required: true }],
    ]);
    expect(part(element, '[role="status"]').textContent).toBe('c.Patchbay_SavedToAll');
});

it('keeps what was typed when it is refused, until it is discarded', async () => {
    mockSession.answers.setPauseReasons = refused('"Lunch" is there twice.', 'Change it and save again.');
    const element = mount(AdminPauseReasons);
    await settle();
    await edit(element, ['Lunch', 'Lunch']);
    save(element).click();
    await settle();
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ message: '"Lunch" is there twice.' });
    expect(part(element, 'c-patchbay-ordered-list')).toMatchObject({ items: { length: 2 } });
    part(element, '[data-id="discard"]').click();
    await settle();
    expect(part(element, 'c-patchbay-ordered-list')).toMatchObject({ items: { length: 1 } });
});
