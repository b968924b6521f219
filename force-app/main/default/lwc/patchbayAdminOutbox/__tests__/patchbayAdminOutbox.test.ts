import Outbox from 'c/patchbayAdminOutbox';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, type, words } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const row = (change: object = {}) => ({
    id: 8,
    lane: 'mail:1',
    kind: 'send_mail',
    state: 'dead',
    attempts: 3,
    nextAttemptAt: null,
    lastError: '550 no such user',
    interactionId: 1,
    subject: 'Re: Loan',
    to: 'maria@customer.example.com',
    givenUpAt: null,
    givenUpBy: null,
    givenUpReason: null,
    ...change,
});
const answer = (...items: object[]) => ({ items, more: false, counts: { waiting: 2, dead: items.length } });

beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listOutbox = answer(row());
});
afterEach(clear);
const list = (element: Element): Element => part(element, 'c-patchbay-admin-list');
const open = async (): Promise<HTMLElement> => {
    const element = mount(Outbox);
    await settle();
    return element;
};

it('begins with what failed for good, with its error', async () => {
    const element = await open();
    expect(mockSession.queries[0]).toEqual(['listOutbox', { limit: 50, before: null, state: 'dead' }]);
    expect(words(part(element, 'li'))).toMatch(/Re: Loan.*550 no such user/);
});

it('shows everything when asked', async () => {
    const element = await open();
    const select = part<HTMLSelectElement>(element, 'select');
    select.value = '';
    select.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(mockSession.queries.at(-1)).toEqual(['listOutbox', { limit: 50, before: null, state: null }]);
});

it('sends again, and says why not', async () => {
    mockSession.answers.retryOutbox = refused('It is being sent.', 'Look again.');
    const element = await open();
    part(element, '[data-action="retry"]').click();
    await settle();
    expect(mockSession.commands).toEqual([['retryOutbox', { outboxId: 8 }]]);
    expect(parts(list(element), 'c-patchbay-refusal')).toHaveLength(1);
});

it('gives up with a reason, once', async () => {
    const element = await open();
    part(element, '[data-action="give-up"]').click();
    await settle();
    const reason = part(element, 'c-patchbay-admin-reason');
    type(part(reason, 'input'), 'Wrong address');
    await settle();
    mockSession.answers.listOutbox = answer(
        row({ givenUpAt: 5, givenUpBy: 'Ada', givenUpReason: 'Wrong address' }),
    );
    part(reason, 'form').dispatchEvent(new CustomEvent('submit'));
    await settle();
    expect(mockSession.commands).toEqual([['giveUpOutbox', { outboxId: 8, reason: 'Wrong address' }]]);
    expect(parts(element, '[data-action="give-up"]')).toHaveLength(0);
});
