import ContactFeed from 'c/patchbayContactFeed';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { feed } from '../../../../../../local-org/gallery/thread';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    settle,
    words,
    must,
} from '../../../../../../local-org/gallery/mount';
import { feedRow } from '../feedRow';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.getContactFeed = { items: feed, more: true };
});
afterEach(clear);

it('marks mentions, and links other interactions but not the one that is open', async () => {
    const element = mount(ContactFeed, { interactionId: 1 });
    const opened = listen(element, 'open');
    await settle();
    expect(words(part(element, '.mention'))).toBe('@Ana Ruiz');
    const others = parts(element, '.other');
    expect(others.map(({ dataset }) => dataset.interaction)).toEqual(['31', '31']);
    others[0]?.click();
    expect(opened).toEqual([{ interactionId: 31 }]);
});

it('marks the longer of two names that begin alike', () => {
    const mentions = [
        { id: 1, name: 'Ana' },
        { id: 2, name: 'Ana Ruiz' },
    ];
    const row = feedRow({ ...must(feed[0]), text: '@Ana Ruiz and @Ana', mentions }, null);
    expect(row.parts.map(({ text }) => text)).toEqual(['@Ana Ruiz', ' and ', '@Ana']);
});

it('goes on before the last entry, and reads again when the interaction grows', async () => {
    const element = mount(ContactFeed, { interactionId: 1, version: 4 }) as HTMLElement & { version: number };
    await settle();
    part(element, '.more').click();
    await settle();
    element.version = 5;
    await settle();
    expect(mockSession.queries.map(([, args]) => args.before)).toEqual([null, 2, null]);
});

it('posts a note and keeps it when it is refused', async () => {
    mockSession.answers.postNote = refused('Too long.');
    const element = mount(ContactFeed, { interactionId: 1, canNote: true });
    await settle();
    const editor = part(element, 'c-patchbay-note-editor') as HTMLElement & {
        value: string;
        refusal: unknown;
    };
    editor.dispatchEvent(new CustomEvent('notechange', { detail: { text: 'Hi' } }));
    editor.dispatchEvent(new CustomEvent('post', { detail: { text: 'Hi', mentions: [] } }));
    await settle();
    expect([editor.value, editor.refusal]).toEqual(['Hi', { message: 'Too long.', nextStep: null }]);
    mockSession.answers.postNote = { noteId: 1 };
    editor.dispatchEvent(new CustomEvent('post', { detail: { text: 'Hi', mentions: [] } }));
    await settle();
    expect(editor.value).toBe('');
});

it('says what went wrong, or what will come', async () => {
    mockSession.answers.getContactFeed = refused('You may not see it.', 'Ask your manager.');
    const element = mount(ContactFeed, { interactionId: 1 });
    await settle();
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ message: 'You may not see it.' });
    mockSession.answers.getContactFeed = { items: [], more: false };
    part(element, 'c-patchbay-refusal').dispatchEvent(new CustomEvent('act'));
    await settle();
    expect(parts(element, 'c-patchbay-empty')).toHaveLength(1);
});
