import Mailboxes from 'c/patchbayAdminMailboxes';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, type, words } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const imap = {
    host: 'imap.example.com',
    port: 993,
    secure: true,
    requireTls: true,
    user: 'desk',
    mailbox: 'INBOX',
    startFrom: 'now',
    authservId: null,
    auth: 'password',
    oauth: null,
    hasSecret: true,
};
const box = (change: object = {}) => ({
    id: 4,
    address: 'desk@example.com',
    displayName: 'Desk',
    queue: { id: 1, name: 'Support' },
    kind: 'imap',
    enabled: true,
    state: 'connected',
    lastError: null,
    changedAt: 1,
    lastMailAt: null,
    nextAttemptAt: null,
    imap,
    ...change,
});

beforeEach(() => {
    jest.useFakeTimers();
    mockSession = fakeSession();
    mockSession.answers.listQueues = { items: [{ id: 1, name: 'Support' }] };
    mockSession.answers.listMailboxes = { items: [box()], canStoreCredentials: true };
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
});
afterEach(() => {
    clear();
    jest.restoreAllMocks();
    jest.useRealTimers();
});
const open = async (): Promise<HTMLElement> => {
    const element = mount(Mailboxes);
    await settle();
    return element;
};
const form = (element: HTMLElement): HTMLElement => part(element, 'c-patchbay-admin-mailbox-form');
const choose = (element: Element, name: string, value: string): void => {
    const select = part<HTMLSelectElement>(element, `select[data-name="${name}"]`);
    select.value = value;
    select.dispatchEvent(new CustomEvent('change'));
};

it.each([
    ['connected', null, 'Patchbay_AdminMailboxStateConnected'],
    ['refused', 'Sign-in refused', 'Patchbay_AdminMailboxStateRefused'],
    ['waiting', 'No server is called x', 'Patchbay_AdminMailboxStateWaiting'],
])('shows the state %s in words, with its error', async (state, lastError, word) => {
    mockSession.answers.listMailboxes = { items: [box({ state, lastError })], canStoreCredentials: true };
    const element = await open();
    expect(words(part(element, '.state'))).toContain(word);
    expect(parts(element, '.error').map(words)).toEqual(lastError ? [lastError] : []);
});

it('looks again every three seconds while it is seen, and never takes the form away', async () => {
    const element = await open();
    part(element, '[data-action="edit"]').click();
    await settle();
    mockSession.answers.listMailboxes = { items: [box({ state: 'waiting' })], canStoreCredentials: true };
    jest.advanceTimersByTime(3_000);
    await settle();
    expect(words(part(element, '.state'))).toContain('Waiting');
    expect(parts(element, 'c-patchbay-admin-mailbox-form')).toHaveLength(1);
});

it('adds one for the intake', async () => {
    const element = await open();
    part(element, '[data-id="add"]').dispatchEvent(new CustomEvent('click'));
    await settle();
    type(part(form(element), '[data-name="address"]'), 'sales@example.com');
    type(part(form(element), '[data-name="displayName"]'), 'Sales');
    part(form(element), 'form').dispatchEvent(new CustomEvent('submit'));
    await settle();
    const args = {
        address: 'sales@example.com',
        displayName: 'Sales',
        queueId: 1,
        enabled: true,
        imap: null,
    };
    expect(mockSession.commands).toEqual([['createMailbox', args]]);
    expect(parts(element, 'c-patchbay-admin-mailbox-form')).toHaveLength(0);
});

it('fills in a provider, tests it, and shows what the test says beside the form', async () => {
    mockSession.answers.testMailbox = {
        works: false,
        step: 'sign_in',
        message: 'Refused.',
        nextStep: 'Sign in.',
    };
    const element = await open();
    part(element, '[data-id="add"]').dispatchEvent(new CustomEvent('click'));
    await settle();
    choose(form(element), 'kind', 'imap');
    await settle();
    choose(form(element), 'preset', 'microsoft');
    await settle();
    type(part(form(element), '[data-name="refreshToken"]'), 'token');
    part(form(element), '[data-id="test"]').click();
    await settle();
    expect(mockSession.queries.at(-1)).toMatchObject([
        'testMailbox',
        {
            mailboxId: null,
            imap: { host: 'outlook.office365.com', auth: { kind: 'oauth', refreshToken: 'token' } },
        },
    ]);
    const said = part<HTMLElement & { message: string }>(form(element), 'c-patchbay-refusal');
    expect(said.message).toBe('Refused.');
    expect(mockSession.commands).toEqual([]);
});

it('changes one without its password, and keeps what was typed where the server refuses', async () => {
    mockSession.answers.updateMailbox = refused(
        'There is a mailbox of this address already.',
        'Choose another.',
    );
    const element = await open();
    part(element, '[data-action="edit"]').click();
    await settle();
    expect(parts(form(element), '[data-name="password"]')).toHaveLength(1);
    type(part(form(element), '[data-name="displayName"]'), 'Front desk');
    part(form(element), 'form').dispatchEvent(new CustomEvent('submit'));
    await settle();
    expect(mockSession.commands[0]).toMatchObject([
        'updateMailbox',
        { mailboxId: 4, displayName: 'Front desk', imap: { auth: { kind: 'password', password: null } } },
    ]);
    expect(part<HTMLInputElement>(form(element), '[data-name="displayName"]').value).toBe('Front desk');
    expect(parts(form(element), 'c-patchbay-refusal')).toHaveLength(1);
});

it('disables one whole, and offers to delete only what is disabled', async () => {
    const element = await open();
    expect(parts(element, '[data-action="delete"]')).toHaveLength(0);
    part(element, '[data-action="toggle"]').click();
    await settle();
    expect(mockSession.commands[0]).toMatchObject(['updateMailbox', { mailboxId: 4, enabled: false }]);
    clear();
    mockSession.answers.deleteMailbox = refused('Customers know this address.', 'Disable it instead.');
    mockSession.answers.listMailboxes = {
        items: [box({ enabled: false, state: 'disabled' })],
        canStoreCredentials: true,
    };
    const again = await open();
    part(again, '[data-action="delete"]').click();
    await settle();
    part(again, 'c-patchbay-confirm').dispatchEvent(new CustomEvent('confirm'));
    await settle();
    expect(part<HTMLElement & { message: string }>(again, 'c-patchbay-refusal').message).toMatch(/know/);
});

it('asks before it deletes one, and keeps it where that is refused', async () => {
    mockSession.answers.listMailboxes = {
        items: [box({ enabled: false, state: 'disabled' })],
        canStoreCredentials: true,
    };
    const element = await open();
    const asked = () => parts(element, 'c-patchbay-confirm');
    part(element, '[data-action="delete"]').click();
    await settle();
    expect(asked()).toHaveLength(1);
    asked()[0]?.dispatchEvent(new CustomEvent('keep'));
    await settle();
    expect(asked()).toHaveLength(0);
    expect(mockSession.commands).toEqual([]);
    part(element, '[data-action="delete"]').click();
    await settle();
    asked()[0]?.dispatchEvent(new CustomEvent('confirm'));
    await settle();
    expect(mockSession.commands).toMatchObject([['deleteMailbox', { mailboxId: 4 }]]);
    expect(asked()).toHaveLength(0);
});

it('says so where the server cannot store credentials', async () => {
    mockSession.answers.listMailboxes = { items: [], canStoreCredentials: false };
    expect(parts(await open(), 'c-patchbay-refusal')).toHaveLength(1);
});
