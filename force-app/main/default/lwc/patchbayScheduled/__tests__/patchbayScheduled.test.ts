import Scheduled from 'c/patchbayScheduled';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { clear, listen, mount, part, parts, settle, words } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const mail = (messageId: number, more: object = {}) => ({
    messageId,
    interactionId: messageId + 100,
    subject: `Mail ${messageId}`,
    to: [{ name: 'Maria', address: 'maria@example.com' }],
    leavesAt: Date.UTC(2030, 0, messageId, 9),
    customerWroteSince: false,
    ...more,
});
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listScheduled = { items: [mail(1), mail(2, { customerWroteSince: true })] };
});
afterEach(clear);

const shown = (element: Element) =>
    parts(element, '[data-scheduled]').map((row) => Number(row.getAttribute('data-scheduled')));
const press = (element: Element, id: string) => part(element, `[data-id="scheduled-${id}"]`).click();
async function open(): Promise<HTMLElement> {
    const element = mount(Scheduled);
    await settle();
    part(element, '[data-name=scheduled]').click();
    await settle();
    return element;
}

it('counts while it is closed, and lists the next to leave first with what the customer wrote since', async () => {
    const element = mount(Scheduled);
    await settle();
    expect([part(element, '.count').textContent, shown(element)]).toEqual(['2', []]);
    part(element, '[data-name=scheduled]').click();
    await settle();
    expect(shown(element)).toEqual([1, 2]);
    expect(parts(element, '.wrote')).toHaveLength(1);
});

it('says what will come where nothing is scheduled, and shows a skeleton until it knows', async () => {
    mockSession.answers.listScheduled = { items: [] };
    mockSession.held = true;
    const element = mount(Scheduled);
    part(element, '[data-name=scheduled]').click();
    await settle();
    expect(parts(element, 'c-patchbay-skeleton')).toHaveLength(1);
    mockSession.release();
    await settle();
    expect(part(element, 'c-patchbay-empty')).toMatchObject({ heading: 'c.Patchbay_ScheduledEmpty' });
});

it('says why it could not be read, and reads it again when asked', async () => {
    mockSession.answers.listScheduled = refused('The database is away.', 'Try again.');
    const element = await open();
    expect(part(element, '[data-id=problem]')).toMatchObject({ message: 'The database is away.' });
    mockSession.answers.listScheduled = { items: [mail(1)] };
    part(element, '[data-id=problem]').dispatchEvent(new CustomEvent('act'));
    await settle();
    expect([shown(element), parts(element, '[data-id=problem]').length]).toEqual([[1], 0]);
});

it('opens what is edited as the draft that it was', async () => {
    mockSession.answers.undoSend = { interactionId: 101 };
    const element = await open();
    const opened = listen(element, 'open');
    press(element, 'edit');
    await settle();
    expect(mockSession.commands).toEqual([['undoSend', { messageId: 1 }]]);
    expect(opened).toEqual([{ interactionId: 101 }]);
});

it('does not send what is cancelled, says so, and knows the way to its draft', async () => {
    mockSession.answers.undoSend = { interactionId: 101 };
    const element = await open();
    const opened = listen(element, 'open');
    mockSession.answers.listScheduled = { items: [mail(2)] };
    press(element, 'cancel');
    await settle();
    expect([shown(element), opened]).toEqual([[2], []]);
    expect(words(part(element, '[data-id=told]'))).toContain('c.Patchbay_ScheduledCancelled');
    part(element, '[data-id=open-draft]').click();
    expect(opened).toEqual([{ interactionId: 101 }]);
});

it('sends now, and says why where that is refused', async () => {
    mockSession.answers.sendScheduledNow = refused('It is on its way already.');
    const element = await open();
    press(element, 'now');
    await settle();
    expect(part(element, '[data-id=refusal]')).toMatchObject({ message: 'It is on its way already.' });
    delete mockSession.answers.sendScheduledNow;
    press(element, 'now');
    await settle();
    expect(words(part(element, '[data-id=told]'))).toContain('c.Patchbay_ScheduledSent');
    expect(parts(element, '[data-id=open-draft]')).toHaveLength(0);
});

it('follows the lists of the session, and keeps what left in its place under the cursor', async () => {
    const element = await open();
    part(element, '.list').dispatchEvent(new CustomEvent('pointerenter'));
    mockSession.answers.listScheduled = { items: [mail(2)] };
    mockSession.change({ mine: [interaction(1)] });
    await settle();
    expect(shown(element)).toEqual([1, 2]);
    expect(words(part(element, '[data-scheduled="1"]'))).toContain('c.Patchbay_ScheduledGone');
    expect(part<HTMLButtonElement>(element, '[data-id=scheduled-edit]').disabled).toBe(true);
    part(element, '.list').dispatchEvent(new CustomEvent('pointerleave'));
    await settle();
    expect(shown(element)).toEqual([2]);
});
