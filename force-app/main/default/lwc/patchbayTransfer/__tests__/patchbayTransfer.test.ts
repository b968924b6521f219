import Transfer from 'c/patchbayTransfer';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { support } from '../../../../../../local-org/gallery/people';
import { clear, listen, mount, part, parts, press, settle } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

const ben = { agentId: 2, name: 'Ben Okafor' };
const pick = async (element: Element, detail: object): Promise<void> => {
    part(element, 'c-patchbay-directory-pane').dispatchEvent(new CustomEvent('pick', { detail }));
    await settle();
};
const write = async (element: Element, text: string): Promise<void> => {
    const note = part<HTMLTextAreaElement>(element, 'textarea');
    note.value = text;
    note.dispatchEvent(new CustomEvent('input'));
    await settle();
};
const confirm = (element: Element): HTMLButtonElement => part(element, '[data-id="confirm"]');

it('asks whom first, then for the note, and hands over with Ctrl Enter', async () => {
    const element = mount(Transfer, { queue: support });
    const confirmed = listen(element, 'confirm');
    await pick(element, ben);
    expect(confirm(element).disabled).toBe(true);
    await write(element, '  ');
    press(part(element, 'textarea'), 'Enter', { ctrlKey: true });
    expect(confirmed).toEqual([]);
    await write(element, 'He knows the house');
    press(part(element, 'textarea'), 'Enter', { ctrlKey: true });
    expect(confirmed).toEqual([{ toAgentId: 2, note: 'He knows the house', holdIfAway: false }]);
});

it('hands to a queue at once where the note is optional', async () => {
    const element = mount(Transfer, { queue: support, noteSetting: 'optional' });
    const confirmed = listen(element, 'confirm');
    await pick(element, { queueId: 2, name: 'Credit & Title' });
    confirm(element).click();
    expect(confirmed).toEqual([{ toQueueId: 2, note: '', holdIfAway: false }]);
});

it('refused, it keeps the note and offers the queue, or to wait for whoever is away', async () => {
    const element = mount(Transfer, { queue: support, target: ben });
    const confirmed = listen(element, 'confirm');
    await write(element, 'Please');
    expect(parts(element, '[data-id="hold"]')).toHaveLength(0);
    (element as HTMLElement & { refusal: object }).refusal = {
        message: 'Ben Okafor is Unavailable and takes no transfers meanwhile.',
        nextStep: 'Transfer it to Support instead, or let it wait for Ben Okafor.',
    };
    await settle();
    expect(part<HTMLTextAreaElement>(element, 'textarea').value).toBe('Please');
    part(element, '[data-id="hold"]').click();
    part(element, '[data-id="queue"]').click();
    expect(confirmed).toEqual([
        { toAgentId: 2, note: 'Please', holdIfAway: true },
        { toQueueId: 1, note: 'Please', holdIfAway: false },
    ]);
});

it('Escape goes one step back, then leaves; the note is kept on the way', async () => {
    const element = mount(Transfer, { queue: support, target: ben });
    const left = listen(element, 'cancel');
    await write(element, 'Please');
    press(part(element, 'textarea'), 'Escape');
    await settle();
    expect(left).toHaveLength(0);
    await pick(element, ben);
    expect(part<HTMLTextAreaElement>(element, 'textarea').value).toBe('Please');
    press(part(element, 'textarea'), 'Escape');
    await settle();
    press(part(element, 'c-patchbay-directory-pane'), 'Escape');
    expect(left).toHaveLength(1);
});
