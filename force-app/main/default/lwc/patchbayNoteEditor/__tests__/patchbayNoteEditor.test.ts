import NoteEditor from 'c/patchbayNoteEditor';
import { presence } from '../../../../../../local-org/gallery/people';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    type,
} from '../../../../../../local-org/gallery/mount';
import { mentionBefore, mentionsIn } from '../mention';

afterEach(clear);

it.each([
    ['@be', 3, 'be'],
    ['see @ben ok', 11, 'ben ok'],
    ['mail me at a@example', 20, null],
    ['@ben and then more', 18, null],
])('before the caret in %j stands %j', (text, caret, typed) => {
    expect(mentionBefore(text, caret)?.typed ?? null).toBe(typed);
});

it('mentions those whose name still stands in the text', () => {
    expect(mentionsIn('@Ben Okafor and @Chiara', presence)).toEqual([2]);
});

it('offers people behind an @ and puts the chosen one in', async () => {
    const element = mount(NoteEditor, { agents: presence });
    const posted = listen(element, 'post');
    const area = part<HTMLTextAreaElement>(element, 'textarea');
    type(area, 'ask @oka');
    await settle();
    expect(parts(element, '[role="option"]').map(({ dataset }) => dataset.agent)).toEqual(['2']);
    press(area, 'Enter');
    await settle();
    expect(area.value).toBe('ask @Ben Okafor ');
    press(area, 'Enter', { ctrlKey: true });
    expect(posted).toEqual([{ text: 'ask @Ben Okafor', mentions: [2] }]);
});

it('posts nothing that is empty', () => {
    const element = mount(NoteEditor, { agents: presence });
    const posted = listen(element, 'post');
    type(part(element, 'textarea'), '  ');
    press(part(element, 'textarea'), 'Enter', { ctrlKey: true });
    expect(posted).toHaveLength(0);
});
