import AdminKey from 'c/patchbayAdminKey';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, words } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeEach(() => {
    mockSession = fakeSession();
});
afterEach(clear);

async function replace(element: Element): Promise<void> {
    part(element, '[data-id="replace-key"]').click();
    await settle();
}

it('replaces the key and says how much is encrypted anew, and what could not be read', async () => {
    mockSession.answers.rotateEncryptionKey = { resealed: 2, unreadable: 0 };
    const element = mount(AdminKey);
    await replace(element);
    expect(mockSession.commands).toEqual([['rotateEncryptionKey', {}]]);
    expect(words(part(element, '[role=status]'))).toBe('c.Patchbay_AdminKeyReplaced');
    expect(parts(element, 'c-patchbay-refusal')).toHaveLength(0);
    mockSession.answers.rotateEncryptionKey = { resealed: 1, unreadable: 1 };
    await replace(element);
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ message: 'c.Patchbay_AdminKeyUnreadable' });
});

it('says why it was not replaced', async () => {
    mockSession.answers.rotateEncryptionKey = refused('There is no master key.', 'Set PATCHBAY_SECRET_KEY.');
    const element = mount(AdminKey);
    await replace(element);
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ nextStep: 'Set PATCHBAY_SECRET_KEY.' });
    expect(words(part(element, '[role=status]'))).toBe('');
});
