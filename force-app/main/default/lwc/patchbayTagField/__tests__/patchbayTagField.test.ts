import TagField from 'c/patchbayTagField';
import { fakeSession, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import {
    clear,
    listen,
    mount,
    part,
    parts,
    press,
    settle,
    type,
    words,
} from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.suggestTags = { items: ['Refund', 'Refused', 'VIP'], mayCreate: true };
});
afterEach(clear);

async function open(except: string[] = []) {
    const element = mount(TagField, { except });
    const picked = listen(element, 'pick');
    const field = part<HTMLInputElement>(element, 'input');
    field.dispatchEvent(new CustomEvent('focus'));
    await settle();
    const options = (): string[] => parts(element, '[role="option"]').map(words);
    const write = async (text: string): Promise<void> => {
        type(field, text);
        await settle();
    };
    return { element, field, picked, options, write };
}

it('offers the known tags that are not there yet, and a new one where nobody wrote it', async () => {
    const { options, write, field } = await open(['refund']);
    expect(options()).toEqual(['Refused', 'VIP']);
    await write('ref');
    expect(mockSession.queries.at(-1)).toEqual(['suggestTags', { text: 'ref', limit: 9 }]);
    expect(options()).toEqual(['Refused', 'VIP', 'c.Patchbay_TagCreate']);
    await write(' vip ');
    expect(options()).toEqual(['Refused', 'VIP']);
    expect(field.getAttribute('aria-expanded')).toBe('true');
});

it('is picked by the arrows and Enter, by Enter alone, by a comma and by a click', async () => {
    const { element, field, picked, write } = await open();
    press(field, 'ArrowDown');
    press(field, 'ArrowDown');
    await settle();
    expect(parts(element, '[aria-selected="true"]').map(words)).toEqual(['Refused']);
    press(field, 'Enter');
    await write('Late delivery');
    press(field, 'Enter');
    await write('one, two,');
    await settle();
    part(element, '[data-name="VIP"]').click();
    press(field, 'Enter');
    expect(picked).toEqual([
        { name: 'Refused' },
        { name: 'Late delivery' },
        { name: 'one' },
        { name: 'two' },
        { name: 'VIP' },
    ]);
});

it('is left by Escape, and goes back by Backspace only where nothing is typed', async () => {
    const { element, field, write } = await open();
    const back = listen(element, 'back');
    const left = listen(element, 'leave');
    await write('x');
    press(field, 'Backspace');
    expect(back).toHaveLength(0);
    await write('');
    press(field, 'Backspace');
    expect(back).toHaveLength(1);
    press(field, 'Escape');
    expect(left).toEqual([{ byKey: true }]);
});

it('says that there is none where only admins make new ones', async () => {
    mockSession.answers.suggestTags = { items: [], mayCreate: false };
    const { element, write, options } = await open();
    await write('Unheard of');
    expect(options()).toEqual([]);
    expect(words(part(element, '.none'))).toBe('c.Patchbay_TagNoneKnown');
});

it('shows what was asked last, whatever is answered first', async () => {
    const { write, options } = await open();
    mockSession.held = true;
    await write('r');
    mockSession.held = false;
    mockSession.answers.suggestTags = { items: ['Refund'], mayCreate: false };
    await write('re');
    mockSession.release();
    await settle();
    expect(options()).toEqual(['Refund']);
});
