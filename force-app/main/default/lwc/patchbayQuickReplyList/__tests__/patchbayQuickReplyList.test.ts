import List from 'c/patchbayQuickReplyList';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';
import { inserted, matching, slashBefore } from '../slash';

afterEach(clear);

const reply = (id: number, shortcut: string, title: string, text: string, unfilled: string[] = []) => ({
    id,
    own: false,
    shortcut,
    title,
    text,
    html: null,
    unfilled,
});
const replies = [
    reply(1, 'thanks', 'Thank you', 'Thank you, Maria.'),
    reply(2, 'return', 'How to send it back', 'Send it to {{queue.name}}.', ['queue.name']),
];
type Element = HTMLElement & {
    look(text: string, caret: number): void;
    handleKey(event: KeyboardEvent): boolean;
};
const key = (name: string, more: KeyboardEventInit = {}) =>
    new KeyboardEvent('keydown', { key: name, cancelable: true, ...more });

async function typed(text: string): Promise<Element> {
    const element = mount(List, { replies }) as Element;
    element.look(text, text.length);
    await settle();
    return element;
}

it('opens at a "/" that begins a word, and nowhere else', () => {
    expect(slashBefore('/', 1)).toEqual({ at: 0, typed: '' });
    expect(slashBefore('Hi\n/tha more', 7)).toEqual({ at: 3, typed: 'tha' });
    for (const text of ['https://', '1/2', 'and/or', '/tha nks'])
        expect(slashBefore(text, text.length)).toBeNull();
});

it('finds by shortcut first, then by a word of the title', () => {
    expect(matching(replies, '').map(({ id }) => id)).toEqual([1, 2]);
    expect(matching(replies, 'RE').map(({ id }) => id)).toEqual([2]);
    expect(matching(replies, 'back').map(({ id }) => id)).toEqual([2]);
    expect(matching(replies, 'x')).toEqual([]);
});

it('is chosen by the keyboard alone and replaces what was typed', async () => {
    const element = await typed('Hello /');
    const heard = listen(element, 'insert');
    expect(parts(element, '[role="option"]').map((row) => row.getAttribute('aria-selected'))).toEqual([
        'true',
        'false',
    ]);
    expect(element.handleKey(key('ArrowDown'))).toBe(true);
    expect(element.handleKey(key('Enter'))).toBe(true);
    const [insert] = heard as { text: string; from: number; to: number }[];
    expect(insert?.text).toBe('Hello Send it to {{queue.name}}.');
    // The first field without a value is selected.
    expect(insert?.text.slice(insert.from, insert.to)).toBe('{{queue.name}}');
    await settle();
    expect(parts(element, '[role="listbox"]')).toHaveLength(0);
});

it('leaves keys to the field where it is closed, by Escape too, and Ctrl+Enter always', async () => {
    const element = await typed('Hello');
    expect(element.handleKey(key('Enter'))).toBe(false);
    element.look('/', 1);
    expect(element.handleKey(key('Enter', { ctrlKey: true }))).toBe(false);
    expect(element.handleKey(key('Escape'))).toBe(true);
    expect(element.handleKey(key('Enter'))).toBe(false);
});

it('says where nothing matches', async () => {
    const element = await typed('/zzz');
    expect(part(element, '[role="status"]').textContent).toBe('c.Patchbay_QuickRepliesNone');
    expect(element.handleKey(key('Enter'))).toBe(false);
});

it('sets the caret behind a reply without fields, before what follows', () => {
    const slash = { at: 3, typed: 'tha' };
    expect(inserted('Hi /tha, bye', slash, reply(1, 'thanks', 'T', 'thanks'))).toEqual({
        text: 'Hi thanks, bye',
        from: 9,
        to: 9,
    });
});
