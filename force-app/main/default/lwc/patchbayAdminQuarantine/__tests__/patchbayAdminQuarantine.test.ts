import Quarantine from 'c/patchbayAdminQuarantine';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, type, words } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const mail = (change: object = {}) => ({
    id: 3,
    at: 1,
    reason: 'It names no sender.',
    size: 2_048,
    resolvedAt: null,
    origin: 'smtp',
    mailbox: null,
    envelopeFrom: null,
    envelopeTo: ['support@example.com'],
    resolution: null,
    resolvedBy: null,
    resolvedReason: null,
    ...change,
});
const answer = (...items: object[]) => ({ items, more: false, waiting: items.length });

beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listQuarantine = answer(mail());
});
afterEach(clear);
const list = (element: Element): Element => part(element, 'c-patchbay-admin-list');
const open = async (): Promise<HTMLElement> => {
    const element = mount(Quarantine);
    await settle();
    return element;
};

it('shows why, how large and from where', async () => {
    const text = words(part(await open(), 'li'));
    expect(text).toContain('It names no sender.');
    expect(text).toContain('Kilobytes');
    expect(mockSession.queries[0]).toEqual(['listQuarantine', { limit: 50, before: null, waiting: true }]);
});

it('reads it again, and says why it still cannot', async () => {
    mockSession.answers.retryQuarantined = refused('It still cannot be read: cut off', 'Download it.');
    const element = await open();
    part(element, '[data-action="retry"]').click();
    await settle();
    expect(mockSession.commands).toEqual([['retryQuarantined', { quarantineId: 3 }]]);
    expect(part<HTMLElement & { message: string }>(list(element), 'c-patchbay-refusal').message).toMatch(
        /cut off/,
    );
});

it('is discarded with a reason only', async () => {
    const element = await open();
    part(element, '[data-action="discard"]').click();
    await settle();
    const reason = part(element, 'c-patchbay-admin-reason');
    expect(part<HTMLButtonElement>(reason, '[type="submit"]').disabled).toBe(true);
    type(part(reason, 'input'), ' Junk ');
    await settle();
    part(reason, 'form').dispatchEvent(new CustomEvent('submit'));
    await settle();
    expect(mockSession.commands).toEqual([['discardQuarantined', { quarantineId: 3, reason: 'Junk' }]]);
});

it('downloads it raw, a discarded one too', async () => {
    mockSession.answers.listQuarantine = answer(
        mail({ resolution: 'discarded', resolvedAt: 2, resolvedBy: 'Ada', resolvedReason: 'Junk' }),
    );
    Object.assign(URL, { revokeObjectURL: jest.fn() });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const element = await open();
    expect(parts(element, '[data-action="discard"]')).toHaveLength(0);
    part(element, '[data-action="download"]').click();
    await settle();
    expect(mockSession.queries.at(-1)).toEqual(['downloadQuarantined', { id: 3 }]);
});

it('says that all could be read', async () => {
    mockSession.answers.listQuarantine = answer();
    expect(parts(list(await open()), 'c-patchbay-empty')).toHaveLength(1);
});
