import SearchBox from 'c/patchbaySearchBox';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    words,
} from '../../../../../../local-org/gallery/mount';
import { suggestionsFor, termAt } from '../suggestions';

afterEach(clear);
const names = {
    agents: ['Ana Silva', 'José Ruiz'],
    queues: ['Support', 'Credit & Title'],
    tags: ['VIP', 'Late delivery'],
    days: [{ date: '2026-03-04', words: 'today' }],
};
const texts = (term: string): string[] => suggestionsFor(term, names).map(({ text }) => text);

it.each([
    ['fr', ['from:']],
    ['-st', ['-status:']],
    ['status:o', ['status:open ']],
    ['agent:si', ['agent:"Ana Silva" ']],
    ['agent:jose', ['agent:"José Ruiz" ']],
    ['agent:"ana s', ['agent:"Ana Silva" ']],
    ['queue:', ['queue:Support ', 'queue:"Credit & Title" ']],
    ['tag:', ['tag:VIP ', 'tag:"Late delivery" ']],
    ['after:', ['after:2026-03-04 ']],
    ['is:s', ['is:sent ']],
    ['has:', ['has:attachment ']],
    ['lamp', []],
    ['', []],
])('suggests after %s', (term, expected) => {
    expect(texts(term)).toEqual(expected);
});

it('knows the term around the caret', () => {
    expect(termAt('lamp agent:"Ana S', 17)).toEqual({ start: 5, term: 'agent:"Ana S' });
    expect(termAt('lamp st broken', 7)).toEqual({ start: 5, term: 'st' });
    expect(termAt('lamp ', 5)).toEqual({ start: 5, term: '' });
});

/** As a parent does: the field shows what it is given back. */
function box(): { element: HTMLElement; field: HTMLInputElement; edited: unknown[]; searched: unknown[] } {
    const element = mount(SearchBox, { names });
    element.addEventListener('edit', (event) => {
        (element as HTMLElement & { query: string }).query = (
            event as CustomEvent<{ query: string }>
        ).detail.query;
    });
    return {
        element,
        field: part<HTMLInputElement>(element, 'input'),
        edited: listen(element, 'edit'),
        searched: listen(element, 'search'),
    };
}
async function write(field: HTMLInputElement, text: string): Promise<void> {
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new CustomEvent('input'));
    await settle();
}

it('is filled in by the keys alone and searches on Enter', async () => {
    const { element, field, edited, searched } = box();
    await write(field, 'lamp sta');
    expect(parts(element, '[role=option]').map(words)).toHaveLength(1);
    press(field, 'ArrowDown');
    press(field, 'Enter');
    await settle();
    expect(edited.at(-1)).toEqual({ query: 'lamp status:' });
    press(field, 'ArrowDown');
    press(field, 'ArrowDown');
    press(field, 'Tab');
    await settle();
    expect(edited.at(-1)).toEqual({ query: 'lamp status:open ' });
    expect(parts(element, '[role=option]')).toHaveLength(0);
    press(field, 'Enter');
    expect(searched).toEqual([{ query: 'lamp status:open' }]);
});

it('closes the suggestions first, and leaves with the next Escape', async () => {
    const { element, field } = box();
    const left = listen(element, 'leave');
    const down = listen(element, 'down');
    await write(field, 'sta');
    expect(field.getAttribute('aria-expanded')).toBe('true');
    press(field, 'Escape');
    await settle();
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(left).toHaveLength(0);
    press(field, 'ArrowDown');
    expect(down).toHaveLength(1);
    press(field, 'Escape');
    expect(left).toHaveLength(1);
});

it('searches what was typed where no suggestion was chosen', async () => {
    const { field, searched } = box();
    await write(field, 'sta');
    press(field, 'Enter');
    expect(searched).toEqual([{ query: 'sta' }]);
});
