import NewMail from 'c/patchbayNewMail';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { queues } from '../../../../../../local-org/gallery/people';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

beforeEach(() => {
    mockSession = fakeSession();
});
afterEach(clear);

async function filled(address: string): Promise<HTMLElement> {
    const element = mount(NewMail, { queues });
    part(element, '[data-id="new-mail"]').click();
    await settle();
    (part(element, '[data-id="address"]') as HTMLInputElement).value = address;
    return element;
}
const submit = async (element: HTMLElement): Promise<void> => {
    part(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    await settle();
};

it('begins a mail from the chosen queue and leads to it', async () => {
    mockSession.answers.startMail = { interactionId: 9 };
    const element = await filled('nora@example.com');
    const taken = listen(element, 'taken');
    await submit(element);
    expect(mockSession.commands).toEqual([
        ['startMail', { queueId: queues[0]?.queue.id, address: 'nora@example.com', name: '', subject: '' }],
    ]);
    expect(taken).toEqual([{ interactionId: 9 }]);
    expect(parts(element, 'form')).toHaveLength(0);
});

it('says why not, and keeps what was typed', async () => {
    mockSession.answers.startMail = refused('Replies are not read.', 'Take another address.');
    const element = await filled('no-reply@example.com');
    await submit(element);
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ message: 'Replies are not read.' });
    expect((part(element, '[data-id="address"]') as HTMLInputElement).value).toBe('no-reply@example.com');
});
