import Search from 'c/patchbaySearch';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const plain = (text: string): object[] => [{ text, hit: false }];
const hit = (id: number): object => ({
    summary: interaction(id),
    messageId: id,
    at: 1,
    direction: 'inbound',
    from: plain('Maria'),
    subject: plain('Lamp'),
    line: plain('Hello'),
    file: null,
});
const page = (ids: number[], next: string | null = null): object => ({
    terms: [],
    items: ids.map(hit),
    next,
    lookedBackTo: null,
});

beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listSavedSearches = { items: [{ id: 4, name: 'Lamps', query: 'lamp' }] };
    mockSession.answers.searchInteractions = page([1, 2], '10-20');
});
afterEach(clear);

const tell = (element: Element, selector: string, name: string, detail: object = {}): Promise<void> => {
    part(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
    return settle();
};
const results = (element: Element) =>
    part(element, 'c-patchbay-search-results') as HTMLElement & {
        items: { summary: { id: number } }[];
        problem: object | null;
        more: boolean;
    };
const shown = (element: Element): number[] => results(element).items.map(({ summary }) => summary.id);

it('opens in place of the inbox with the saved searches, and runs the one picked', async () => {
    const element = mount(Search);
    const activated = listen(element, 'activate');
    await tell(element, 'c-patchbay-search-box', 'enter');
    expect(activated).toEqual([{ active: true }]);
    expect(part(element, 'c-patchbay-saved-searches')).toMatchObject({
        permitted: true,
        saved: [{ id: 4, name: 'Lamps', query: 'lamp' }],
    });
    await tell(element, 'c-patchbay-saved-searches', 'pick', { query: 'lamp' });
    expect(mockSession.queries.at(-1)).toEqual(['searchInteractions', { query: 'lamp', limit: 50 }]);
    expect(shown(element)).toEqual([1, 2]);
    await tell(element, 'c-patchbay-search-box', 'leave');
    expect(activated.at(-1)).toEqual({ active: false });
    expect(parts(element, 'c-patchbay-search-results')).toHaveLength(0);
});

it('reads on from where the page ended, and shows nothing twice', async () => {
    const element = mount(Search);
    await tell(element, 'c-patchbay-search-box', 'search', { query: 'lamp' });
    mockSession.answers.searchInteractions = page([2, 3]);
    await tell(element, 'c-patchbay-search-results', 'more');
    expect(mockSession.queries.at(-1)).toEqual([
        'searchInteractions',
        { query: 'lamp', cursor: '10-20', limit: 50 },
    ]);
    expect(shown(element)).toEqual([1, 2, 3]);
    expect(results(element).more).toBe(false);
});

it('does not show an answer that a newer question has overtaken', async () => {
    const element = mount(Search);
    mockSession.held = true;
    await tell(element, 'c-patchbay-search-box', 'search', { query: 'old' });
    await tell(element, 'c-patchbay-search-box', 'leave');
    mockSession.release();
    await settle();
    expect(parts(element, 'c-patchbay-search-results')).toHaveLength(0);
    mockSession.held = false;
    await tell(element, 'c-patchbay-search-box', 'search', { query: 'new' });
    expect(shown(element)).toEqual([1, 2]);
});

it('says why it was refused, and tries again', async () => {
    const element = mount(Search);
    mockSession.answers.searchInteractions = refused('The database is away.', 'Try again in a moment.');
    await tell(element, 'c-patchbay-search-box', 'search', { query: 'lamp' });
    expect(results(element).problem).toEqual({
        message: 'The database is away.',
        nextStep: 'Try again in a moment.',
    });
    mockSession.answers.searchInteractions = page([1]);
    await tell(element, 'c-patchbay-search-results', 'retry');
    expect(shown(element)).toEqual([1]);
    expect(results(element).problem).toBeNull();
});

it('takes a filter out and searches anew', async () => {
    const element = mount(Search);
    await tell(element, 'c-patchbay-search-box', 'search', { query: 'lamp status:open broken' });
    await tell(element, 'c-patchbay-search-results', 'drop', { start: 5, end: 16 });
    expect(mockSession.queries.at(-1)?.[1]).toMatchObject({ query: 'lamp broken' });
    expect(part(element, 'c-patchbay-search-box')).toMatchObject({ query: 'lamp broken' });
});

it('saves what was searched under a name, and removes it', async () => {
    const element = mount(Search);
    await tell(element, 'c-patchbay-search-box', 'search', { query: 'lamp' });
    part(element, '[data-id=save]').click();
    await settle();
    const name = part<HTMLInputElement>(element, '[data-id=name]');
    name.value = ' Lamps ';
    name.dispatchEvent(new CustomEvent('input'));
    part(element, '[data-id=keep]').click();
    await settle();
    expect(mockSession.commands).toEqual([['saveSearch', { name: 'Lamps', query: 'lamp' }]]);
    await tell(element, 'c-patchbay-search-box', 'edit', { query: '' });
    await tell(element, 'c-patchbay-saved-searches', 'remove', { id: 4 });
    expect(mockSession.commands.at(-1)).toEqual(['removeSavedSearch', { savedSearchId: 4 }]);
    expect(part(element, 'c-patchbay-saved-searches')).toMatchObject({ saved: [] });
});

it('without the permission offers to find by number alone', async () => {
    const { me } = mockSession.state;
    if (!me) throw new Error('nobody is signed in');
    mockSession.change({ me: { ...me, permissions: [] } });
    const element = mount(Search);
    await tell(element, 'c-patchbay-search-box', 'enter');
    expect(part(element, 'c-patchbay-saved-searches')).toMatchObject({ permitted: false });
    expect(part(element, 'c-patchbay-search-box')).toMatchObject({
        placeholder: 'c.Patchbay_SearchPlaceholderNumber',
    });
    expect(mockSession.queries).toEqual([]);
    await tell(element, 'c-patchbay-search-box', 'search', { query: '#1' });
    expect(shown(element)).toEqual([1, 2]);
    expect(parts(element, '[data-id=save]')).toHaveLength(0);
});
