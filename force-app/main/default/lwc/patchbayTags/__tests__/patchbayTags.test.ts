import Tags from 'c/patchbayTags';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeEach(() => {
    mockSession = fakeSession();
});
afterEach(clear);

const open = (tags: string[], editable = true) =>
    mount(Tags, { interactionId: 3, tags, editable }) as HTMLElement & {
        tags: string[];
        interactionId: number;
        openField(): void;
    };
const shown = (element: Element): string[] =>
    parts(element, '.pb-tag .pb-clip').map((chip) => chip.textContent ?? '');
const field = (element: Element): HTMLElement => part(element, 'c-patchbay-tag-field');
const pick = async (element: Element, name: string): Promise<void> => {
    field(element).dispatchEvent(new CustomEvent('pick', { detail: { name } }));
    await settle();
};

it('shows a tag at once and as it is called, until the server says so', async () => {
    const element = open(['VIP']);
    part(element, '[data-id="add"]').click();
    await settle();
    mockSession.held = true;
    mockSession.answers.addTag = { tag: 'Refund' };
    await pick(element, 'refund');
    expect(shown(element)).toEqual(['VIP', 'refund']);
    mockSession.release();
    await settle();
    expect(shown(element)).toEqual(['VIP', 'Refund']);
    element.tags = ['Refund', 'VIP'];
    await settle();
    expect(shown(element)).toEqual(['Refund', 'VIP']);
    // Removed by somebody else afterwards.
    element.tags = ['VIP'];
    await settle();
    expect(shown(element)).toEqual(['VIP']);
    expect(mockSession.commands).toEqual([['addTag', { interactionId: 3, name: 'refund' }]]);
});

it('takes it back where it is refused, and says why', async () => {
    const element = open([]);
    element.openField();
    await settle();
    mockSession.answers.addTag = refused('There is no tag "x".', 'Choose one from the list.');
    await pick(element, 'x');
    expect(shown(element)).toEqual([]);
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({
        message: 'There is no tag "x".',
        nextStep: 'Choose one from the list.',
    });
});

it('is taken off by its button, and the last one by Backspace in the field', async () => {
    const element = open(['a', 'b', 'c']);
    part(element, '[data-name="b"]').click();
    await settle();
    expect(shown(element)).toEqual(['a', 'c']);
    element.openField();
    await settle();
    field(element).dispatchEvent(new CustomEvent('back'));
    await settle();
    expect(shown(element)).toEqual(['a']);
    expect(mockSession.commands).toEqual([
        ['removeTag', { interactionId: 3, name: 'b' }],
        ['removeTag', { interactionId: 3, name: 'c' }],
    ]);
});

it('stands again where taking it off is refused', async () => {
    mockSession.answers.removeTag = refused('You are not a member of this queue.');
    const element = open(['a']);
    part(element, '[data-name="a"]').click();
    await settle();
    expect(shown(element)).toEqual(['a']);
    expect(parts(element, 'c-patchbay-refusal')).toHaveLength(1);
});

it('is read alone by who may not work on it, and nothing where there is none', async () => {
    expect(parts(open(['a'], false), 'button')).toHaveLength(0);
    clear();
    expect(parts(open([], false), 'ul')).toHaveLength(0);
});

it('forgets what it expected when another interaction is opened', async () => {
    const element = open(['a']);
    mockSession.held = true;
    part(element, '[data-name="a"]').click();
    element.interactionId = 4;
    element.tags = ['a', 'b'];
    mockSession.release();
    await settle();
    expect(shown(element)).toEqual(['a', 'b']);
});
