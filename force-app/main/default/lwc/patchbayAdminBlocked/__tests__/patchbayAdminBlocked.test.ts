import Blocked from 'c/patchbayAdminBlocked';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, type, words } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const block = (change: object = {}) => ({
    id: 3,
    scope: 'sender',
    pattern: 'pest@example.com',
    reason: 'Sells lamps',
    by: 'Ana Ruiz',
    at: 1,
    ...change,
});

beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listBlocks = { items: [block()], more: false };
});
afterEach(clear);
const list = (element: Element): Element => part(element, 'c-patchbay-admin-list');
const open = async (): Promise<HTMLElement> => {
    const element = mount(Blocked);
    await settle();
    return element;
};
const add = async (element: Element, address: string, reason: string): Promise<void> => {
    type(part(element, '[data-id="address"]'), address);
    type(part(element, '[data-id="reason"]'), reason);
    await settle();
    part(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    await settle();
};
const press = async (element: Element, action: string): Promise<void> => {
    part(element, `[data-action="${action}"]`).click();
    await settle();
};
const value = (element: Element, id: string): string =>
    part<HTMLInputElement>(element, `[data-id="${id}"]`).value;

it('shows who is blocked, by whom and why', async () => {
    const text = words(part(await open(), 'li'));
    for (const shown of ['pest@example.com', 'Sells lamps', 'Blocked']) expect(text).toContain(shown);
    expect(mockSession.queries[0]).toEqual(['listBlocks', { limit: 50, before: null }]);
});

it.each([
    ['pest@example.com', 'sender'],
    ['@example.com', 'domain'],
    [' example.com ', 'domain'],
])('blocks %s as a %s', async (address, scope) => {
    const element = await open();
    await add(element, address, ' Lamps ');
    const args = { scope, address: address.trim(), reason: 'Lamps' };
    expect(mockSession.commands).toEqual([['addBlock', args]]);
    expect(value(element, 'address')).toBe('');
    expect(mockSession.queries).toHaveLength(2);
});

it('asks for a reason; refused, it says what to do and keeps what was typed', async () => {
    const element = await open();
    await add(element, 'gmail.com', ' ');
    expect(mockSession.commands).toEqual([]);
    mockSession.answers.addBlock = refused('It is a mail provider.', 'Block the sender alone.');
    await add(element, 'gmail.com', 'Lamps');
    expect(part(list(element), 'c-patchbay-refusal')).toMatchObject({
        message: 'It is a mail provider.',
        nextStep: 'Block the sender alone.',
    });
    expect([value(element, 'address'), value(element, 'reason')]).toEqual(['gmail.com', 'Lamps']);
});

it.each([
    ['alone', false],
    ['release', true],
])('is lifted %s: released %s', async (action, release) => {
    mockSession.answers.removeBlock = { released: 2, left: false };
    const element = await open();
    await press(element, 'unblock');
    expect(mockSession.commands).toEqual([]);
    await press(element, action);
    expect(mockSession.commands).toEqual([['removeBlock', { blockId: 3, release }]]);
    expect(parts(element, '[data-action="alone"]')).toHaveLength(0);
});

it('can be thought better of', async () => {
    const element = await open();
    await press(element, 'unblock');
    part(element, '[data-id="keep"]').click();
    await settle();
    expect(parts(element, '[data-action="unblock"]')).toHaveLength(1);
    expect(mockSession.commands).toEqual([]);
});

it('says that nobody is blocked, and reads on where there are more', async () => {
    mockSession.answers.listBlocks = { items: [], more: false };
    expect(parts(list(await open()), 'c-patchbay-empty')).toHaveLength(1);
    clear();
    mockSession.answers.listBlocks = { items: [block()], more: true };
    const element = await open();
    mockSession.answers.listBlocks = { items: [block({ id: 2, by: null, reason: '' })], more: false };
    part(list(element), 'lightning-button').click();
    await settle();
    expect(mockSession.queries.at(-1)).toEqual(['listBlocks', { limit: 50, before: 3 }]);
    expect(parts(element, 'li')).toHaveLength(2);
});
