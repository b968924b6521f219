import AdminTags from 'c/patchbayAdminTags';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, type, words } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const vip = { id: 3, name: 'VIP', also: ['Important'], interactions: 12 };
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listTags = { items: [vip], newTags: 'everybody' };
});
afterEach(clear);

const open = async (): Promise<HTMLElement> => {
    const element = mount(AdminTags);
    await settle();
    return element;
};
const click = async (element: Element, selector: string): Promise<void> => {
    part(element, selector).click();
    await settle();
};
const submit = async (element: Element, field: string, text: string, form: string): Promise<void> => {
    type(part(element, field), text);
    await settle();
    part(element, form).dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    await settle();
};
interface List extends HTMLElement {
    readonly refusal: { readonly message: string } | null;
    readonly notice: string | null;
    readonly empty: boolean;
}
const list = (element: Element): List => part<List>(element, 'c-patchbay-admin-list');

it('lists them with how many interactions have each and what they were called', async () => {
    const text = words(part(await open(), 'li'));
    for (const shown of ['VIP', 'c.Patchbay_AdminTagsCount', 'c.Patchbay_AdminTagsAlso'])
        expect(text).toContain(shown);
});

it('adds one; refused, it keeps what was typed and says why', async () => {
    const element = await open();
    mockSession.answers.createTag = refused('There is a tag "VIP" already.');
    await submit(element, '[data-id="new"]', ' vip ', '.add');
    expect(part<HTMLInputElement>(element, '[data-id="new"]').value).toBe(' vip ');
    expect(list(element).refusal?.message).toBe('There is a tag "VIP" already.');
    mockSession.answers.createTag = { tagId: 4 };
    await submit(element, '[data-id="new"]', 'Refund', '.add');
    expect(mockSession.commands.at(-1)).toEqual(['createTag', { name: 'Refund' }]);
    expect(part<HTMLInputElement>(element, '[data-id="new"]').value).toBe('');
    expect(mockSession.queries.filter(([name]) => name === 'listTags')).toHaveLength(2);
});

it.each([
    [false, 'c.Patchbay_AdminTagsRenamed'],
    [true, 'c.Patchbay_AdminTagsMerged'],
])('renames one, and says whether it was merged: %s', async (merged, said) => {
    mockSession.answers.renameTag = { tagId: 3, merged };
    const element = await open();
    await click(element, '[data-action="rename"]');
    expect(part<HTMLButtonElement>(element, '[data-id="save"]').disabled).toBe(true);
    await submit(element, '[data-id="name"]', 'Key account', '.asked');
    expect(mockSession.commands).toEqual([['renameTag', { tagId: 3, name: 'Key account' }]]);
    expect(list(element).notice).toBe(said);
    expect(parts(element, '[data-id="name"]')).toHaveLength(0);
});

it('deletes one only after it was said what it does', async () => {
    mockSession.answers.deleteTag = { interactions: 12 };
    const element = await open();
    await click(element, '[data-action="delete"]');
    const asked = () => part<HTMLElement & { text: string }>(element, 'c-patchbay-confirm');
    expect(asked().text).toBe('c.Patchbay_AdminTagsDeleteText');
    asked().dispatchEvent(new CustomEvent('keep'));
    await settle();
    expect([mockSession.commands, parts(element, 'c-patchbay-confirm')]).toEqual([[], []]);
    await click(element, '[data-action="delete"]');
    asked().dispatchEvent(new CustomEvent('confirm'));
    await settle();
    expect(mockSession.commands).toEqual([['deleteTag', { tagId: 3 }]]);
});

it('sets who may write new ones', async () => {
    const element = await open();
    const select = part<HTMLSelectElement>(element, '[data-id="who"]');
    select.value = 'admins';
    select.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(mockSession.commands).toEqual([['setWhoMakesTags', { newTags: 'admins' }]]);
});

it('says what will come where there is none', async () => {
    mockSession.answers.listTags = { items: [], newTags: 'everybody' };
    expect(list(await open()).empty).toBe(true);
});
