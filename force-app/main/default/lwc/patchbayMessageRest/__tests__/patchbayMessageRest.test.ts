import MessageRest from 'c/patchbayMessageRest';
import { fakeSession, refused } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, words } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(() => {
    clear();
    mockSession.queries.length = 0;
});

const answer = (slice: object): void => {
    mockSession.answers.getMessageSlice = {
        html: null,
        text: null,
        blockedRemote: 0,
        more: true,
        ...slice,
    };
};
const show = () => mount(MessageRest, { messageId: 7, reason: 'It is long.', remote: false });
const more = async (element: Element): Promise<void> => {
    part(element, '[data-id="show-more"]').click();
    await settle();
};

it('says why, and shows what follows as it is asked for, until there is no more', async () => {
    const element = show();
    expect(words(part(element, '[data-id="folded"]'))).toBe('It is long.');
    expect(mockSession.queries).toEqual([]);
    answer({ text: 'second' });
    await more(element);
    answer({ text: 'third', more: false });
    await more(element);
    expect(parts(element, '[data-slice]').map(words)).toEqual(['second', 'third']);
    expect(mockSession.queries.map(([, args]) => args)).toEqual([
        { messageId: 7, slice: 1, showRemote: false },
        { messageId: 7, slice: 2, showRemote: false },
    ]);
    expect(parts(element, '[data-id="show-more"]')).toHaveLength(0);
});

it('a click while it loads asks for nothing twice', async () => {
    const element = show();
    answer({ text: 'second' });
    part(element, '[data-id="show-more"]').click();
    await more(element);
    expect(parts(element, '[data-slice]')).toHaveLength(1);
});

it('loads what is shown anew once remote images are asked for', async () => {
    const element = show();
    answer({ html: '<p>blocked</p>' });
    await more(element);
    answer({ html: '<p>shown</p>', more: false });
    (element as HTMLElement & { remote: boolean }).remote = true;
    await settle();
    expect(part(element, 'c-patchbay-message-body')).toMatchObject({ html: '<p>shown</p>' });
    expect(mockSession.queries.at(-1)?.[1]).toEqual({ messageId: 7, slice: 1, showRemote: true });
});

it('says what went wrong and lets one try again', async () => {
    const element = show();
    mockSession.answers.getMessageSlice = refused('The database is away.');
    await more(element);
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ message: 'The database is away.' });
    answer({ text: 'second' });
    part(element, 'c-patchbay-refusal').dispatchEvent(new CustomEvent('act'));
    await settle();
    expect(parts(element, 'c-patchbay-refusal')).toHaveLength(0);
    expect(parts(element, '[data-slice]')).toHaveLength(1);
});
